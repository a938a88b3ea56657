package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.detect.PlateDetector;
import dev.gantry.read.PlateReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /upload-camera-image} and {@code GET /check-licence-plate}, row by row as in FlaskALPR. */
@Timeout(60)
class FlaskAlprApiTest {

    private static final String UPLOAD = "/upload-camera-image";
    private static final String CHECK = "/check-licence-plate/";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("AB1234CD", 0.97);
    private static final Form PHOTO = new Form().file("image", "car.jpg", "image/jpeg", Photo.jpeg());

    private static RunningServer server() {
        return RunningServer.with(ONE_PLATE, SURE);
    }

    // --- POST /upload-camera-image

    @Test
    void answersWithThePlateWithoutQuotes() throws Exception {
        try (var server = server()) {
            assertAnswer(server.post(UPLOAD, PHOTO), 200, """
                    {"message":"Licence plate AB1234CD found","status":200}""");
        }
    }

    @Test
    void answersWithThePlateBetweenQuotesWhereThatIsSet() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("flaskalpr.quotes", "true"))) {
            assertAnswer(server.post(UPLOAD, PHOTO), 200, """
                    {"message":"Licence plate 'AB1234CD' found","status":200}""");
        }
    }

    @Test
    void noPlateIsAnAnswerWithStatus404InItsBody() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            assertAnswer(server.post(UPLOAD, PHOTO), 200, """
                    {"message":"No licence plate found","status":404}""");
        }
    }

    @Test
    void aPlateThatNobodyCanReadIsNoPlateAndIsNotRemembered() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, Fakes.reading("", 0))) {
            assertAnswer(server.post(UPLOAD, PHOTO), 200, """
                    {"message":"No licence plate found","status":404}""");
        }
    }

    @Test
    void refusesRequestsWithoutAnyFile() throws Exception {
        try (var server = server()) {
            var textAlone = new Form().field("image", "car.jpg");
            for (var response : new HttpResponse<?>[] {
                server.post(UPLOAD, "", ""),
                server.post(UPLOAD, "application/x-www-form-urlencoded", "image=car.jpg"),
                server.post(UPLOAD, "application/json", "{}"),
                server.post(UPLOAD, "image/jpeg", Photo.jpeg()),
                server.post(UPLOAD, "multipart/form-data; boundary=x", ""),
                server.post(UPLOAD, textAlone)
            }) {
                assertThat(response.body()).isEqualTo("{\"message\":\"Image file is missing\"}");
                assertThat(response.statusCode()).isEqualTo(400);
            }
        }
    }

    @Test
    void refusesFilesOfAnotherName() throws Exception {
        try (var server = server()) {
            for (String field : new String[] {"file", "Image", ""}) {
                var form = new Form().file(field, "car.jpg", "image/jpeg", Photo.jpeg());

                assertRefused(server.post(UPLOAD, form), 400, "Attribute name of image should be named 'image'");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/gif", "image/webp", "application/octet-stream", "text/plain", "image", "image/jpegs"})
    void refusesTypesThatAreNotAllowed(String type) throws Exception {
        try (var server = server()) {
            var form = new Form().file("image", "car.jpg", type, Photo.jpeg());

            assertRefused(server.post(UPLOAD, form), 400, "Allowed image files are in PNG or JPG format");
        }
    }

    @Test
    void refusesAFileWithoutAType() throws Exception {
        try (var server = server()) {
            for (String name : new String[] {"", "car.jpg"}) {
                var form = new Form().file("image", name, name.isEmpty() ? new byte[0] : Photo.jpeg());

                assertRefused(server.post(UPLOAD, form), 400, "Allowed image files are in PNG or JPG format");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpg", "image/jpeg", "IMAGE/JPEG", "image/jpeg; charset=binary"})
    void takesTheTypeWithoutRegardForCaseParametersNameAndContent(String type) throws Exception {
        try (var server = server()) {
            var form = new Form().file("image", "notes.txt", type, Photo.png());

            assertThat(server.post(UPLOAD, form).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsNoPictureWithAProperStatus() throws Exception {
        try (var server = server()) {
            for (byte[] content : new byte[][] {{}, {1, 2, 3}, "<html>".getBytes(StandardCharsets.US_ASCII)}) {
                var form = new Form().file("image", "car.jpg", "image/jpeg", content);

                assertRefused(server.post(UPLOAD, form), 400, null);
            }
            assertRefused(server.post(UPLOAD, PHOTO.contentType(), "no form"), 400, null);
        }
    }

    /** The original broke at gray ones and at those of 16 bits. */
    @ParameterizedTest
    @MethodSource("dev.gantry.server.RarePhotos#all")
    void readsPixelsOfEveryKind(byte[] picture) throws Exception {
        try (var server = RunningServer.with(new WhitePlate(Photo.WIDTH), Fakes.reading("AB1234CD", 0.97))) {
            var form = new Form().file("image", "car", "image/png", picture);
            var response = server.post(UPLOAD, form);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(response).path("status").asInt()).isEqualTo(200);
        }
    }

    @Test
    void remembersThePlateTwiceInASecond() throws Exception {
        try (var server = server()) {
            for (int i = 0; i < 3; i++) {
                assertThat(server.post(UPLOAD, PHOTO).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("limits.maxBytes", "64KiB"))) {
            var alittle = new Form().file("image", "car.jpg", "image/jpeg", new byte[65 << 10]);
            var much = new Form().file("image", "car.jpg", "image/jpeg", new byte[1 << 20]);

            assertRefused(server.post(UPLOAD, alittle), 413, null);
            assertRefused(server.post(UPLOAD, much), 413, null);
        }
    }

    @Test
    void tellsToComeBackWhileTheModelsAreLoaded() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            var response = server.post(UPLOAD, PHOTO);

            assertRefused(response, 503, null);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void doesNotTellOfItsInsideWhenItFails() throws Exception {
        PlateDetector failing = _ -> {
            throw new IllegalStateException("secret detail");
        };
        try (var server = RunningServer.with(failing, SURE)) {
            var response = server.post(UPLOAD, PHOTO);

            assertRefused(response, 500, null);
            assertThat(response.body()).doesNotContain("secret");
        }
    }

    // --- GET /check-licence-plate

    @Test
    void tellsThePlatesInTheOrderOfTheRequestDuplicatesAndEmptyOnesIncluded() throws Exception {
        try (var server = server()) {
            Instant before = Instant.now();
            server.post(UPLOAD, PHOTO);
            Instant after = Instant.now();

            JsonNode answer = check(server, "XY1,AB1234CD,,AB1234CD", "2020-12-01");

            assertThat(answer).hasSize(4);
            assertThat(answer.get(0).toString()).isEqualTo("{\"detected\":false,\"plate\":\"XY1\",\"time\":\"\"}");
            assertThat(answer.get(2).toString()).isEqualTo("{\"detected\":false,\"plate\":\"\",\"time\":\"\"}");
            assertThat(answer.get(3)).isEqualTo(answer.get(1));
            assertThat(answer.get(1).path("detected").isBoolean()).isTrue();
            assertThat(answer.get(1).path("detected").asBoolean()).isTrue();
            assertThat(answer.get(1).path("plate").asText()).isEqualTo("AB1234CD");
            assertThat(answer.get(1).path("time").asText()).isBetween(local(before), local(after));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab1234cd", "AB-1234-CD", "ab%201234%20cd", "Ab12-34cD"})
    void matchesWhateverCaseSpacesAndDashes(String plate) throws Exception {
        try (var server = server()) {
            server.post(UPLOAD, PHOTO);

            JsonNode answer = check(server, plate, "2020-12-01").get(0);

            assertThat(answer.path("detected").asBoolean()).isTrue();
            assertThat(answer.path("plate").asText()).isEqualTo(plate.replace("%20", " "));
        }
    }

    @Test
    void findsWhatOtherInterfacesHaveRead() throws Exception {
        try (var server = server()) {
            server.post("/recognize", new Form().file("image", "car.jpg", Photo.jpeg()));

            assertThat(check(server, "AB1234CD", "2020-12-01")
                            .get(0)
                            .path("detected")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void tellsTheEarliestTimeAtOrAfterTheGivenOneToTheSecond() throws Exception {
        try (var server = server()) {
            server.post(UPLOAD, PHOTO);
            String first =
                    check(server, "AB1234CD", "2020-12-01").get(0).path("time").asText();
            Thread.sleep(1_100); // into another second
            server.post(UPLOAD, PHOTO);

            assertThat(check(server, "AB1234CD", "2020-12-01")
                            .get(0)
                            .path("time")
                            .asText())
                    .isEqualTo(first);
            assertThat(check(server, "AB1234CD", first).get(0).path("time").asText())
                    .isEqualTo(first);
            assertThat(check(server, "AB1234CD", first + ".999")
                            .get(0)
                            .path("time")
                            .asText())
                    .isEqualTo(first);
            String later = SECONDS.format(LocalDateTime.parse(first).plusSeconds(1));
            assertThat(check(server, "AB1234CD", later).get(0).path("time").asText())
                    .isGreaterThan(first);
            String tomorrow = SECONDS.format(LocalDateTime.parse(first).plusDays(1));
            assertThat(check(server, "AB1234CD", tomorrow)
                            .get(0)
                            .path("detected")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Test
    void honoursAnOffset() throws Exception {
        try (var server = server()) {
            server.post(UPLOAD, PHOTO);
            Instant hourAgo = Instant.now().minusSeconds(3_600);
            Instant inAnHour = Instant.now().plusSeconds(3_600);

            for (var offset : new ZoneOffset[] {ZoneOffset.ofHours(9), ZoneOffset.UTC, ZoneOffset.ofHours(-9)}) {
                String early = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(hourAgo.atOffset(offset));
                String late = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(inAnHour.atOffset(offset));
                assertThat(check(server, "AB1234CD", early)
                                .get(0)
                                .path("detected")
                                .asBoolean())
                        .isTrue();
                assertThat(check(server, "AB1234CD", late)
                                .get(0)
                                .path("detected")
                                .asBoolean())
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2020-13-01", "2020-12-01T25:00", "1606849200", "now", "%20", "2020-12-01T10:00+99"
            })
    void refusesWhatIsNoTime(String time) throws Exception {
        try (var server = server()) {
            assertRefused(server.get(CHECK + "AB1/" + time), 400, null);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/check-licence-plate",
                "/check-licence-plate/",
                "/check-licence-plate/AB1",
                "/check-licence-plate/AB1/2020/12",
                "/upload-camera-image/more",
            })
    void unknownAddressesAreToldInItsShape(String path) throws Exception {
        try (var server = server()) {
            assertRefused(
                    server.get(path),
                    404,
                    "404 Not Found: The requested URL was not found on the server. If you entered the URL manually please"
                            + " check your spelling and try again.");
            assertThat(server.visit(path).headers().firstValue("Content-Type")).hasValue("application/json");
        }
    }

    @Test
    void wrongMethodsAreToldInItsShape() throws Exception {
        String message = "405 Method Not Allowed: The method is not allowed for the requested URL.";
        try (var server = server()) {
            assertRefused(server.get(UPLOAD), 405, message);
            assertRefused(server.post(CHECK + "AB1/2020-12-01", "text/plain", ""), 405, message);
            var delete = HttpRequest.newBuilder(server.uri(UPLOAD)).method("DELETE", BodyPublishers.noBody());
            assertRefused(server.send(delete), 405, message);
        }
    }

    private static String local(Instant time) {
        return SECONDS.format(time.atZone(ZoneId.systemDefault()));
    }

    private static JsonNode check(RunningServer server, String plates, String since) throws Exception {
        var response = server.get(CHECK + plates + "/" + since);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }

    private static void assertAnswer(HttpResponse<String> response, int status, String body) {
        assertThat(response.body()).isEqualTo(body);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Content-Length")).hasValue(String.valueOf(body.length()));
    }

    /** @param message null for any */
    private static void assertRefused(HttpResponse<String> response, int status, @Nullable String message)
            throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode body = RunningServer.json(response);
        assertThat(body.fieldNames()).toIterable().containsExactly("message");
        assertThat(body.path("message").asText()).isNotBlank().doesNotContain("Exception", "java.");
        if (message != null) {
            assertThat(body.path("message").asText()).isEqualTo(message);
        }
    }
}
