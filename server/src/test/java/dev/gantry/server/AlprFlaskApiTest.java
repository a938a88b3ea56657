package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.detect.PlateDetector;
import dev.gantry.plate.Box;
import dev.gantry.read.PlateReader;
import dev.gantry.server.recognition.PictureRecognizer;
import dev.gantry.server.recognition.Seen;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /recognize} and {@code GET /health}, row by row as in the system that they replace. */
class AlprFlaskApiTest {

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("XX0000XX", 0.894);
    private static final Form PHOTO = new Form().file("image", "car.jpg", Photo.jpeg());

    @Test
    void answersWithThePlate() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.post("/recognize", PHOTO);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("""
                            {"bbox":{"x1":100,"y1":80,"x2":220,"y2":110},"code":0,"confidence":0.89,\
                            "message":"Success","plate":"XX0000XX","plates":[],"status":"OK"}""");
            assertThat(response.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(response.body().length()));
        }
    }

    @Test
    void picksThePlateWithTheHighestConfidenceTimesArea() throws Exception {
        var smallAndSure = new Box(10, 10, 40, 10); // 0.99 x 400
        var largeAndSure = new Box(100, 80, 120, 30); // 0.8 x 3600
        var largestButUnsure = new Box(60, 130, 200, 50); // 0.25 x 10000
        var readings = Map.of(
                10, Fakes.readingOf("SMALL1", 0.99),
                100, Fakes.readingOf("LARGE1", 0.8),
                60, Fakes.readingOf("UNSURE", 0.25));
        try (var server = RunningServer.with(
                Fakes.finding(smallAndSure, largeAndSure, largestButUnsure),
                Fakes.readingByPlace(readings),
                Map.of("recognition.minCharacterConfidence", "0"))) {
            var answer = RunningServer.json(server.post("/recognize", PHOTO));

            assertThat(answer.path("plate").asText()).isEqualTo("LARGE1");
            assertThat(answer.path("plates").findValuesAsText("plate")).containsExactly("UNSURE", "SMALL1");
            assertThat(answer.path("plates").get(1).toString())
                    .isEqualTo(
                            "{\"bbox\":{\"x1\":10,\"y1\":10,\"x2\":50,\"y2\":20},\"confidence\":0.99,\"plate\":\"SMALL1\"}");
        }
    }

    @Test
    void code1WhenThereIsNoFile() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var otherField = new Form().file("photo", "car.jpg", Photo.jpeg());
            var textField = new Form().field("image", "car.jpg");
            var noName = new Form().file("image", "", Photo.jpeg());

            assertThatFailed(server.post("/recognize", otherField), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", textField), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", noName), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", "image/jpeg", Photo.jpeg()), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", "application/json", "{}"), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", "multipart/form-data", "x"), 400, 1, "No file uploaded");
            assertThatFailed(server.post("/recognize", PHOTO.contentType(), "x"), 400, 1, "No file uploaded");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"car.gif", "a.jpg.exe", "car", "car.", "jpg"})
    void code2WhenTheNameSaysSomethingElse(String name) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var form = new Form().file("image", name, Photo.jpeg());

            assertThatFailed(server.post("/recognize", form), 400, 2, "Invalid file format");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"car.jpg", "CAR.JPEG", ".jpg", "a.exe.png", "car.bmp", "../../etc/passwd.jpg"})
    void takesNamesWithoutRegardForTheContent(String name) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.post("/recognize", new Form().file("image", name, Photo.png()));

            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void code3WhenTheRequestIsTooLarge() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var seventeenMebibytes = new Form().file("image", "car.jpg", new byte[17 << 20]);
            byte[] body = seventeenMebibytes.bytes();
            var unannounced = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

            assertThatFailed(server.post("/recognize", seventeenMebibytes), 413, 3, "File too large");
            assertThatFailed(server.post("/recognize", "image/jpeg", body), 413, 3, "File too large");
            assertThatFailed(
                    server.send(server.request("/recognize", seventeenMebibytes.contentType(), unannounced)),
                    413,
                    3,
                    "File too large");
        }
    }

    @Test
    void code3WithoutAskingForABodyThatIsTooLarge() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE);
                Socket client = server.connect()) {
            client.getOutputStream().write("""
                            POST /recognize HTTP/1.1\r
                            Host: x\r
                            Content-Type: multipart/form-data; boundary=x\r
                            Content-Length: 16777217\r
                            Expect: 100-continue\r
                            \r
                            """.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"code\":3");
        }
    }

    @Test
    void takesARequestOfExactlySixteenMebibytes() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            int envelope = new Form().file("image", "car.jpg", new byte[0]).bytes().length;
            byte[] padded = Arrays.copyOf(Photo.jpeg(), (16 << 20) - envelope); // a JPEG may be followed by anything

            assertThat(server.post("/recognize", new Form().file("image", "car.jpg", padded))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/recognize_crnn", "/recognize_ocr"})
    void answersUnderTheNamesOfTheLaterVersion(String path) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThat(server.post(path, PHOTO).body())
                    .isEqualTo(server.post("/recognize", PHOTO).body());
        }
    }

    @Test
    void code4WhenThereIsNoPlate() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            assertThatFailed(server.post("/recognize", PHOTO), 400, 4, "No plate detected in image");
        }
    }

    @Test
    void code5WithoutTheExceptionsTextWhenRecognitionFails() throws Exception {
        PlateDetector failing = _ -> {
            throw new IllegalStateException("secret detail");
        };
        try (var server = RunningServer.with(failing, SURE)) {
            assertThatFailed(
                    server.post("/recognize", PHOTO), 400, 5, "Plate detection failed: the server's log tells more");
        }
    }

    /** After recognition: there is no strip to store, which cannot be. */
    @Test
    void code5WithStatus500WhenTheServerFailsOtherwise() throws Exception {
        var models = new CompletableFuture<LoadedModels>();
        try (var server = RunningServer.loading(models)) {
            models.complete(withoutStrips(RunningServer.models(ONE_PLATE, SURE, RunningServer.settings(Map.of()))));
            server.gantry().awaitModels();

            assertThatFailed(server.post("/recognize", PHOTO), 500, 5, "Server error: the server's log tells more");
        }
    }

    private static LoadedModels withoutStrips(LoadedModels models) {
        PictureRecognizer recognizer = (request, givenUp) -> {
            Seen seen = models.recognizer().recognize(request, givenUp);
            return new Seen(seen.recognition(), List.of(), List.of(), seen.models());
        };
        return new LoadedModels(recognizer, models.frames(), models.cards(), models.release());
    }

    @Test
    void code6WhenThePlateCannotBeRead() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, Fakes.reading("", 0))) {
            assertThatFailed(server.post("/recognize", PHOTO), 400, 6, "Text recognition failed");
        }
    }

    @Test
    void code7WhenThePictureCannotBeDecoded() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (byte[] content :
                    new byte[][] {{}, {1, 2, 3}, "GIF89a".getBytes(StandardCharsets.US_ASCII), new byte[100_000]}) {
                var form = new Form().file("image", "car.jpg", content);

                assertThatFailed(server.post("/recognize", form), 400, 7, "Invalid or corrupted image");
            }
        }
    }

    @Test
    void code8UntilTheModelsAreLoaded() throws Exception {
        var models = new CompletableFuture<LoadedModels>();
        try (var server = RunningServer.loading(models)) {
            assertThatFailed(server.post("/recognize", "text/plain", "whatever"), 503, 8, "Model not loaded");
            var loading = server.get("/health");
            assertThat(loading.statusCode()).isEqualTo(200);
            assertThat(loading.body()).isEqualTo("""
                            {"device":"cpu","models_loaded":false,"status":"ERROR",\
                            "yolo_loaded":false,"crnn_loaded":false,"ocr_loaded":false}""");

            models.complete(RunningServer.models(ONE_PLATE, SURE, RunningServer.settings(Map.of())));
            server.gantry().awaitModels();

            assertThat(server.post("/recognize", PHOTO).statusCode()).isEqualTo(200);
            var health = server.get("/health");
            assertThat(health.statusCode()).isEqualTo(200);
            assertThat(health.body()).isEqualTo("""
                            {"device":"cpu","models_loaded":true,"status":"OK",\
                            "yolo_loaded":true,"crnn_loaded":true,"ocr_loaded":true}""");
        }
    }

    private static void assertThatFailed(HttpResponse<String> response, int status, int code, String message) {
        assertThat(response.body()).isEqualTo("""
                        {"bbox":null,"code":%d,"confidence":0.0,"message":"%s","plate":null,"plates":[],"status":"ERROR"}""".formatted(code, message));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
    }
}
