package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to send a picture to {@code POST /api/v1/recognize}, and every way to be refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognizeApiTest {

    private static final String PATH = "/api/v1/recognize";

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(
                Fakes.finding(Fakes.PLATE), Fakes.reading("AB123CD", 0.97), Map.of("limits.maxBytes", "64KiB"));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "upload", "file", "anything else", ""})
    void takesAFileInAnyField(String field) throws Exception {
        var form = new Form().field("camera", "gate").file(field, "car.jpg", Photo.jpeg());

        assertThatPlateIsRead(server.post(PATH, form), "car.jpg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "image/jpeg", "application/octet-stream", "application/x-www-form-urlencoded", ""})
    void takesThePictureAsTheBodyItself(String contentType) throws Exception {
        assertThatPlateIsRead(server.post(PATH, contentType, Photo.png()), "");
    }

    @Test
    void takesABodyWithoutAnnouncedLength() throws Exception {
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(Photo.jpeg()));

        assertThatPlateIsRead(server.send(server.request(PATH, "image/jpeg", chunked)), "");
    }

    @Test
    void takesBase64InJson() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Photo.jpeg());

        for (String image : new String[] {
            base64,
            "data:image/jpeg;base64," + base64,
            Base64.getMimeEncoder().encodeToString(Photo.jpeg()).replace("\r\n", "\\r\\n"),
            Base64.getUrlEncoder().withoutPadding().encodeToString(Photo.jpeg())
        }) {
            String body = "{\"site\":{\"id\":[1,2]},\"image\":\"%s\"}".formatted(image);
            assertThatPlateIsRead(server.post(PATH, "application/json; charset=utf-8", body), "");
        }
    }

    @Test
    void takesAHintOfRegionsInTheAddressTheFormOrTheJson() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Photo.jpeg());
        String text = "{\"regions\":\"al\",\"camera\":\"gate\",\"image\":\"%s\"}".formatted(base64);
        String list = "{\"image\":\"%s\",\"regions\":[\"AL\",\"at\"]}".formatted(base64);
        var form = new Form().field("regions", "al").file("image", "car.jpg", Photo.jpeg());

        for (var response : List.of(
                server.post(PATH + "?regions=AL,at", "image/jpeg", Photo.jpeg()),
                server.post(PATH, form),
                server.post(PATH, "application/json", text),
                server.post(PATH, "application/json", list))) {
            JsonNode plate = RunningServer.json(response).path("plates").get(0);
            assertThat(plate.path("regions").get(0).path("region").asText()).isEqualTo("al");
            assertThat(plate.path("changes")).isEmpty();
        }
        var unknown = server.post(PATH + "?regions=de,xx", "image/jpeg", Photo.jpeg());
        assertThatRefused(unknown, 400, "INVALID_REQUEST");
        assertThat(unknown.body()).contains("'xx'");
    }

    @Test
    void refusesTheNameRegionWhichIsNotHeard() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Photo.jpeg());
        var form = new Form().field("region", "gb").file("image", "car.jpg", Photo.jpeg());

        for (var response : List.of(
                server.post(PATH + "?region=gb", "image/jpeg", Photo.jpeg()),
                server.post(PATH, form),
                server.post(PATH, "application/json", "{\"region\":\"gb\",\"image\":\"%s\"}".formatted(base64)))) {
            assertThatRefused(response, 400, "INVALID_REQUEST");
            assertThat(response.body()).contains("'regions'");
        }
    }

    private static void assertThatPlateIsRead(HttpResponse<String> response, String name) throws Exception {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Length"))
                .hasValue(String.valueOf(response.body().length()));
        JsonNode answer = RunningServer.json(response);
        assertThat(answer.path("image").asText()).isEqualTo(name);
        assertThat(answer.path("width").asInt()).isEqualTo(Photo.WIDTH);
        assertThat(answer.path("height").asInt()).isEqualTo(Photo.HEIGHT);
        assertThat(answer.path("elapsedMs").isNumber()).isTrue();
        assertThat(answer.path("rejected").isArray()).isTrue();
        assertThat(answer.path("plates")).hasSize(1);
        JsonNode plate = answer.path("plates").get(0);
        assertThat(plate.path("text").asText()).isEqualTo("AB123CD");
        assertThat(plate.path("confidence").asDouble()).isEqualTo(0.97);
        assertThat(plate.path("box").path("width").asDouble()).isEqualTo(120);
        assertThat(plate.path("corners")).hasSize(4);
        assertThat(plate.path("characters")).hasSize(7);
        assertThat(plate.path("detectionScore").asDouble()).isEqualTo(0.9);
    }

    @Test
    void refusesWhatIsNoProperRequest() throws Exception {
        for (String json : new String[] {
            "",
            "{",
            "[]",
            "\"text\"",
            "null",
            "{}",
            "{\"image\":null}",
            "{\"image\":1}",
            "{\"camera\":1,\"image\":\"AAAA\"}",
            "{\"regions\":[[\"gb\"]],\"image\":\"AAAA\"}",
            "{\"regions\":[",
            "{\"regions\":{},\"image\":\"AAAA\"}",
            "{\"image\":\"\"}",
            "{\"image\":\"no base64!\"}",
            "{\"image\":\"data:image/png,raw\"}",
            "{\"image\":\"AAAA\"} and more",
            "[".repeat(100_000),
            "{\"a\":".repeat(20_000)
        }) {
            assertThatRefused(server.post(PATH, "application/json", json), 400, "INVALID_REQUEST");
        }
    }

    @Test
    void refusesFormsWithoutExactlyOneFile() throws Exception {
        var none = new Form().field("image", "just text");
        var two = new Form().file("a", "a.png", Photo.png()).file("b", "b.png", Photo.png());
        var emptyChoice = new Form().file("image", "", new byte[0]);

        assertThatRefused(server.post(PATH, none), 400, "INVALID_REQUEST");
        assertThatRefused(server.post(PATH, two), 400, "INVALID_REQUEST");
        assertThatRefused(server.post(PATH, emptyChoice), 400, "INVALID_REQUEST");
        assertThatRefused(server.post(PATH, "multipart/form-data", "x"), 400, "INVALID_REQUEST");
        assertThatRefused(server.post(PATH, none.contentType(), "cut short"), 400, "INVALID_REQUEST");
    }

    @Test
    void refusesFormsWithHundredsOfFields() throws Exception {
        var form = new Form();
        for (int i = 0; i < 500; i++) {
            form.field("field" + i, "x");
        }

        assertThatRefused(server.post(PATH, form.file("image", "a.png", Photo.png())), 400, "INVALID_REQUEST");
    }

    @Test
    void refusesAnEmptyBodyAndAnEmptyFile() throws Exception {
        assertThatRefused(server.post(PATH, "image/jpeg", new byte[0]), 400, "INVALID_REQUEST");
        assertThatRefused(server.post(PATH, new Form().file("image", "a.jpg", new byte[0])), 400, "EMPTY");
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        assertThatRefused(server.post(PATH, "image/jpeg", "<html>not a photo</html>"), 415, "UNKNOWN_FORMAT");
    }

    @Test
    void refusesABrokenPicture() throws Exception {
        byte[] whole = Photo.png();
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        assertThatRefused(server.post(PATH, "image/png", cut), 422, "BROKEN");
    }

    @Test
    void refusesOtherContentTypes() throws Exception {
        assertThatRefused(server.post(PATH, "text/html", Photo.png()), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void refusesWhatIsTooLargeHoweverItComes() throws Exception {
        byte[] large = new byte[65 << 10];
        String json = "{\"image\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(large));
        var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertThatRefused(server.post(PATH, "image/png", large), 413, "TOO_LARGE");
        assertThatRefused(server.send(server.request(PATH, "image/png", unannounced)), 413, "TOO_LARGE");
        assertThatRefused(server.post(PATH, new Form().file("image", "a.png", large)), 413, "TOO_LARGE");
        assertThatRefused(server.post(PATH, "application/json", json), 413, "TOO_LARGE");
    }

    @Test
    void refusesOtherMethodsAndTellsWhichThereAre() throws Exception {
        var response = server.get(PATH);

        assertThatRefused(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void refusesUnknownAddresses() throws Exception {
        assertThatRefused(server.get("/api/v1/nothing"), 404, "NOT_FOUND");
        assertThatRefused(server.post("/api/v2/recognize", "image/png", Photo.png()), 404, "NOT_FOUND");
    }

    private static void assertThatRefused(HttpResponse<String> response, int status, String code) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
        JsonNode error = RunningServer.json(response).path("error");
        assertThat(error.path("code").asText()).isEqualTo(code);
        assertThat(error.path("message").asText()).isNotBlank().doesNotContain("Exception", "java.");
    }
}
