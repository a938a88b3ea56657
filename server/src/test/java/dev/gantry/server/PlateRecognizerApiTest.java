package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.detect.PlateDetector;
import dev.gantry.read.PlateReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plate Recognizer's Snapshot API as its clients know it. */
@Timeout(60)
class PlateRecognizerApiTest {

    private static final String PATH = "/v1/plate-reader/";
    private static final String JSON = "application/json";

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("P29VGF", 0.9876);
    private static final String BASE64 = Base64.getEncoder().encodeToString(Photo.jpeg());
    private static final Map<String, String> FETCHING = Map.of("fetch.enabled", "true", "fetch.allow", "127.0.0.0/8");

    private static Form photo() {
        return new Form().file("upload", "p1.jpeg", Photo.jpeg());
    }

    private static RunningServer server() {
        return RunningServer.with(ONE_PLATE, SURE);
    }

    // --- what the answer holds

    @ParameterizedTest
    @ValueSource(strings = {"/v1/plate-reader/", "/v1/plate-reader"})
    void answersWithTheFieldsOfCloudAndOwnServer(String path) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, Fakes.reading("0A0A0A0A", 0.9876))) {
            var response =
                    server.post(path, photo().field("camera_id", "gate").field("timestamp", "2026-11-20T10:00:00Z"));
            var answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(response.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(response.body().length()));
            assertThat(answer.path("filename").textValue()).isEqualTo("p1.jpeg");
            assertThat(answer.path("camera_id").textValue()).isEqualTo("gate");
            assertThat(answer.path("timestamp").textValue()).isEqualTo("2026-11-20T10:00:00Z");
            assertThat(answer.path("version").intValue()).isEqualTo(1);
            assertThat(answer.path("processing_time").isNumber()).isTrue();
            assertThat(answer.path("usage").toString()).isEqualTo("{\"calls\":1,\"max_calls\":1000000000}");
            assertThat(answer.path("results").get(0).toString()).isEqualTo("""
                            {"box":{"xmin":100,"ymin":80,"xmax":220,"ymax":110},"plate":"0a0a0a0a",\
                            "region":{"code":"unknown","score":0.0},"score":0.988,\
                            "candidates":[{"score":0.988,"plate":"0a0a0a0a"}],"dscore":0.9,\
                            "vehicle":{"score":0.0,"type":"Unknown","box":{"xmin":0,"ymin":0,"xmax":0,"ymax":0}}}""");
        }
    }

    @Test
    void fillsInWhatWasNotSent() throws Exception {
        try (var server = server()) {
            var answer = RunningServer.json(server.post(PATH, JSON, "{\"upload\":\"" + BASE64 + "\"}"));

            assertThat(answer.path("filename").textValue()).isEqualTo("upload");
            assertThat(answer.path("camera_id").isNull()).isTrue();
            assertThat(answer.path("timestamp").textValue())
                    .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
        }
    }

    @Test
    void hasNoResultsWithoutPlates() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            var response = server.post(PATH, photo());

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(RunningServer.json(response).path("results").toString()).isEqualTo("[]");
        }
    }

    @Test
    void namesTheRegion() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, Fakes.reading("AB12CDE", 0.99))) {
            var region = RunningServer.json(server.post(PATH, photo().field("regions", "gb")))
                    .path("results")
                    .get(0)
                    .path("region");

            assertThat(region.path("code").textValue()).isEqualTo("gb");
            assertThat(region.path("score").doubleValue()).isBetween(0.5, 1.0);
        }
    }

    @Test
    void hasEmptyPlacesForVehiclesWhenTheyAreAskedFor() throws Exception {
        try (var server = server()) {
            var result = RunningServer.json(server.post(PATH, photo().field("mmc", "true")))
                    .path("results")
                    .get(0);

            for (String field : List.of("model_make", "color", "orientation")) {
                assertThat(result.path(field).toString()).isEqualTo("[]");
            }
        }
    }

    @Test
    void countsCalls() throws Exception {
        try (var server = server()) {
            server.post(PATH, photo());
            server.post(PATH, photo());
            server.post(PATH, new Form());
            var today = LocalDate.now(ZoneOffset.UTC);

            for (String path : List.of("/v1/statistics/", "/v1/statistics")) {
                var response = server.get(path);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("""
                                {"usage":{"year":%d,"month":%d,"calls":2,"max_calls":1000000000},\
                                "total_calls":1000000000}""".formatted(today.getYear(), today.getMonthValue()));
            }
        }
    }

    // --- what is accepted

    @Test
    void takesAFileOrBase64InAForm() throws Exception {
        try (var server = server()) {
            assertThat(plates(server.post(PATH, photo()))).containsExactly("p29vgf");
            assertThat(plates(server.post(PATH, new Form().field("upload", BASE64))))
                    .containsExactly("p29vgf");
            assertThat(plates(server.post(PATH, new Form().field("upload", "data:image/jpeg;base64," + BASE64))))
                    .containsExactly("p29vgf");
            var line = "regions=gb&upload=" + URLEncoder.encode(BASE64, StandardCharsets.UTF_8);
            assertThat(plates(server.post(PATH, "application/x-www-form-urlencoded", line)))
                    .containsExactly("p29vgf");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"upload\":\"%s\"}",
                "{\"upload\":\"data:image/png;base64,%s\",\"regions\":[\"gb\",\"xx\"],\"mmc\":true,\"config\":{}}",
                "{\"upload\":\"%s\",\"regions\":\"us-ca\",\"camera_id\":7,\"config\":\"{\\\"mode\\\":\\\"fast\\\"}\"}",
                "{\"upload\":\"%s\",\"regions\":null,\"camera_id\":null,\"upload_url\":null}"
            })
    void takesJson(String json) throws Exception {
        try (var server = server()) {
            assertThat(plates(server.post(PATH, JSON, json.formatted(BASE64)))).containsExactly("p29vgf");
        }
    }

    @Test
    void takesRegionsThatItDoesNotKnow() throws Exception {
        try (var server = server()) {
            var form = photo().field("regions", "zz").field("regions", "gb").field("regions", "de,fr,");

            assertThat(plates(server.post(PATH, form))).containsExactly("p29vgf");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"threshold_d\":0.91};0",
                "{\"threshold_d\":0.9};1",
                "{\"threshold_o\":0.99};0",
                "{\"threshold_o\":\"0.98\"};1",
                "{\"region\":\"strict\"};0",
                "{\"region\":\"strict\",\"mode\":\"fast\",\"detection_mode\":\"vehicle\"};0",
                "{\"detection_rule\":\"strict\",\"mode\":\"redaction\"};1",
                "'';1"
            })
    void heedsTheConfigWhereItCan(String config, int found) throws Exception {
        try (var server = server()) {
            var form = photo().field("regions", "de").field("config", config);

            assertThat(plates(server.post(PATH, form))).hasSize(found);
        }
    }

    @Test
    void getsAPictureFromItsAddressWhenThatIsAllowed() throws Exception {
        try (var pictures = new PictureServer(Photo.jpeg());
                var server = RunningServer.with(ONE_PLATE, SURE, FETCHING)) {
            var url = pictures.url("/car.jpg");

            assertThat(plates(server.post(PATH, new Form().field("upload_url", url))))
                    .containsExactly("p29vgf");
            assertThat(plates(server.post(PATH, JSON, "{\"upload_url\":\"" + url + "\"}")))
                    .containsExactly("p29vgf");
            assertThatFailed(
                    server.post(PATH, new Form().field("upload_url", pictures.url("/missing"))),
                    400,
                    "The picture's server answered with status 404.");
            assertThatFailed(
                    server.post(PATH, new Form().field("upload_url", "http://169.254.169.254/latest/meta-data/")),
                    400,
                    "The picture's address leads to a link-local network, where this server does not go.");
        }
    }

    // --- what is refused

    @Test
    void getsNothingFromAnAddressByDefault() throws Exception {
        try (var server = server()) {
            assertThatFailed(
                    server.post(PATH, new Form().field("upload_url", "http://127.0.0.1/")),
                    400,
                    "Pictures by their address are switched off on this server; send the picture itself.");
        }
    }

    @Test
    void refusesARequestWithoutAPicture() throws Exception {
        var message = "There is no picture; send it as upload or its address as upload_url.";
        try (var server = server()) {
            assertThatFailed(server.post(PATH, new Form()), 400, message);
            assertThatFailed(server.post(PATH, new Form().file("image", "a.jpg", Photo.jpeg())), 400, message);
            assertThatFailed(server.post(PATH, new Form().file("upload", "", new byte[0])), 400, message);
            assertThatFailed(server.post(PATH, JSON, "{}"), 400, message);
            assertThatFailed(server.post(PATH, JSON, "[]"), 400, message);
            assertThatFailed(server.post(PATH, "", new byte[0]), 400, message);
        }
    }

    @Test
    void refusesWhatCannotBeUnderstood() throws Exception {
        try (var server = server()) {
            assertThatFailed(server.post(PATH, JSON, "{"), 400, "The request is not proper JSON.");
            assertThatFailed(
                    server.post(PATH, new Form().field("upload", "no base64!")),
                    400,
                    "The field upload is neither a file nor proper base64.");
            assertThatFailed(
                    server.post(PATH, "application/x-www-form-urlencoded", "upload=%zz"),
                    400,
                    "The form is not properly encoded.");
            assertThatFailed(
                    server.post(PATH, photo().field("camera_id", "x".repeat(256))),
                    400,
                    "'camera_id' must have at most 255 characters and no NUL.");
            assertThatFailed(
                    server.post(PATH, photo().field("config", "[" + "[],".repeat(1 << 20) + "1]")),
                    400,
                    "The field config is no JSON object.");
            assertThatFailed(
                    server.post(PATH, photo().field("config", "fast")), 400, "The field config is no JSON object.");
            assertThatFailed(
                    server.post(PATH, photo().field("config", "{\"threshold_d\":7}")),
                    400,
                    "In the field config threshold_d must be a number from 0 to 1.");
            assertThat(server.post(PATH, new Form().file("upload", "a.jpg", new byte[100]))
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        try (var server = server()) {
            var response = server.post(PATH, new Form().file("upload", "a.jpg", new byte[17 << 20]));

            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(RunningServer.json(response).path("error").textValue()).contains("16777216");
        }
    }

    @Test
    void asksForTheTokenWhenThereIsOne() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("platerecognizer.token", "s3cret"))) {
            assertThat(withToken(server, "Token s3cret").statusCode()).isEqualTo(201);
            for (String wrong : List.of("Token other", "Token ", "s3cret", "Bearer s3cret", "Token s3cret2")) {
                assertThatFailed(withToken(server, wrong), 403, "Invalid token.");
            }
            assertThatFailed(server.post(PATH, photo()), 403, "Authentication credentials were not provided.");
            assertThat(server.get("/v1/statistics/").statusCode()).isEqualTo(403);
        }
        try (var open = server()) {
            assertThat(withToken(open, "Token whatever").statusCode()).isEqualTo(201);
        }
    }

    @Test
    void throttlesWhenThereIsTooMuchToDo() throws Exception {
        var detector = new Fakes.HoldingDetector();
        var little = Map.of("limits.workers", "1", "limits.queue", "0");
        try (var server = RunningServer.with(detector, SURE, little)) {
            var working = server.postAsync(PATH, photo());
            detector.awaitArrival();
            var response = server.post(PATH, photo());

            assertThatFailed(response, 429, "Request was throttled. Expected available in 1 second.");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            detector.letGo();
            assertThat(working.join().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void asksToComeBackUntilTheModelsAreLoaded() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            var response = server.post(PATH, photo());

            assertThatFailed(response, 503, "The models are still being loaded; try again in a moment.");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void hidesItsOwnFaults() throws Exception {
        PlateDetector failing = _ -> {
            throw new IllegalStateException("secret detail");
        };
        try (var server = RunningServer.with(failing, SURE)) {
            assertThatFailed(server.post(PATH, photo()), 500, "The server failed; its log tells why.");
        }
    }

    private static HttpResponse<String> withToken(RunningServer server, String authorization) throws Exception {
        return server.send(server.request(PATH, photo().contentType(), BodyPublishers.ofByteArray(photo().bytes()))
                .header("Authorization", authorization));
    }

    private static List<String> plates(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return RunningServer.json(response)
                .path("results")
                .valueStream()
                .map(result -> result.path("plate").asText())
                .toList();
    }

    private static void assertThatFailed(HttpResponse<String> response, int status, String detail) throws Exception {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body())
                .isEqualTo("{\"detail\":\"%s\",\"error\":\"%s\",\"status_code\":%d}".formatted(detail, detail, status));
    }
}
