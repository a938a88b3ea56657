package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.detect.PlateDetector;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Reading;
import dev.gantry.read.PlateReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenALPR's cloud as its clients know it. */
@Timeout(60)
class OpenAlprCloudApiTest {

    private static final String QUERY = "?secret_key=sk_any&country=us";

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("627WWI", 0.94338623);
    private static final Form PHOTO = new Form().file("image", "car.jpg", Photo.jpeg());
    private static final String BASE64 = Base64.getEncoder().encodeToString(Photo.jpeg());

    private static RunningServer server() {
        return RunningServer.with(ONE_PLATE, SURE);
    }

    // --- what the answer holds

    @ParameterizedTest
    @ValueSource(strings = {"/v2/recognize", "/v3/recognize"})
    void answersWithTheFieldsOfTheCloud(String path) throws Exception {
        try (var server = server()) {
            var response = server.post(path + QUERY, PHOTO);
            var answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(response.body().length()));
            assertThat(answer.path("uuid").textValue()).hasSize(36);
            assertThat(answer.path("version").intValue()).isEqualTo(2);
            assertThat(answer.path("data_type").textValue()).isEqualTo("alpr_results");
            assertThat(answer.path("epoch_time").longValue()).isGreaterThan(1_700_000_000_000L);
            assertThat(answer.path("img_width").intValue()).isEqualTo(Photo.WIDTH);
            assertThat(answer.path("img_height").intValue()).isEqualTo(Photo.HEIGHT);
            for (String part : List.of("plates", "total", "vehicles")) {
                assertThat(answer.path("processing_time").path(part).isNumber())
                        .as(part)
                        .isTrue();
            }
            for (String credits : List.of("credit_cost", "credits_monthly_used", "credits_monthly_total")) {
                assertThat(answer.path(credits).isInt()).as(credits).isTrue();
            }
            assertThat(answer.path("regions_of_interest").toString())
                    .isEqualTo("[{\"x\":0,\"y\":0,\"width\":320,\"height\":200}]");
            assertThat(answer.path("error").isBoolean()).isTrue();
            assertThat(answer.path("error").booleanValue()).isFalse();
            assertThat(answer.has("image_bytes")).isFalse();
        }
    }

    @Test
    void tellsAPlateAsAlprdDoes() throws Exception {
        try (var server = server()) {
            var result = RunningServer.json(server.post("/v2/recognize" + QUERY, PHOTO))
                    .path("results")
                    .get(0);

            assertThat(result.path("plate").textValue()).isEqualTo("627WWI");
            assertThat(result.path("confidence").doubleValue()).isEqualTo(94.338623);
            assertThat(result.path("matches_template").isInt()).isTrue();
            assertThat(result.path("plate_index").intValue()).isZero();
            assertThat(result.path("region").isTextual()).isTrue();
            assertThat(result.path("region_confidence").isNumber()).isTrue();
            assertThat(result.path("processing_time_ms").isNumber()).isTrue();
            assertThat(result.path("requested_topn").intValue()).isEqualTo(10);
            assertThat(result.path("coordinates").toString())
                    .isEqualTo(
                            "[{\"x\":100,\"y\":80},{\"x\":220,\"y\":80},{\"x\":220,\"y\":110},{\"x\":100,\"y\":110}]");
            assertThat(result.path("candidates").get(0).path("plate").textValue())
                    .isEqualTo("627WWI");
            assertThat(result.path("candidates").get(0).path("confidence").doubleValue())
                    .isEqualTo(94.338623);
            assertThat(result.path("vehicle_region").toString())
                    .isEqualTo("{\"x\":0,\"y\":0,\"width\":0,\"height\":0}");
            assertThat(result.has("vehicle")).isFalse();
        }
    }

    @Test
    void callsAStateByItsOwnName() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, Fakes.reading("8ABC123", 0.99))) {
            var result = RunningServer.json(server.post("/v2/recognize" + QUERY + "&state=ca", PHOTO))
                    .path("results")
                    .get(0);

            assertThat(result.path("region").textValue()).isEqualTo("ca");
            assertThat(result.path("region_confidence").doubleValue()).isBetween(50.0, 100.0);
            assertThat(result.path("matches_template").intValue()).isEqualTo(1);
        }
    }

    @Test
    void hasNoResultsWithoutPlates() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            var response = server.post("/v2/recognize" + QUERY, PHOTO);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(RunningServer.json(response).path("results").toString()).isEqualTo("[]");
        }
    }

    @Test
    void givesAsManyCandidatesAsAskedFor() throws Exception {
        Reading one = Fakes.readingOf("627WWI", 0.9);
        PlateReader two = (_, _) -> new Reading(
                one.text(),
                one.confidence(),
                one.characters(),
                List.of(new Candidate("627WWI", 0.9), new Candidate("627WW1", 0.05)),
                one.lattice());
        try (var server = RunningServer.with(ONE_PLATE, two)) {
            assertThat(candidates(server.post("/v2/recognize" + QUERY, PHOTO))).isEqualTo(2);
            assertThat(candidates(server.post("/v2/recognize" + QUERY + "&topn=1", PHOTO)))
                    .isEqualTo(1);
            assertThat(candidates(server.post("/v2/recognize" + QUERY + "&topn=1000", PHOTO)))
                    .isEqualTo(2);
        }
    }

    @Test
    void givesPictureAndVehicleWhenAskedFor() throws Exception {
        try (var server = server()) {
            var answer = RunningServer.json(server.post(
                    "/v2/recognize" + QUERY + "&return_image=1&recognize_vehicle=1&prewarp=planar,1", PHOTO));

            assertThat(answer.path("image_bytes").textValue()).isEqualTo(BASE64);
            assertThat(answer.path("results").get(0).path("vehicle").toString())
                    .isEqualTo(
                            "{\"color\":[],\"make\":[],\"make_model\":[],\"body_type\":[],\"year\":[],\"orientation\":[]}");
        }
    }

    // --- what is accepted

    @ParameterizedTest
    @ValueSource(strings = {"/v2/recognize_bytes", "/v3/recognize_bytes"})
    void takesBase64BareOrAsJson(String path) throws Exception {
        try (var server = server()) {
            assertThat(plates(server.post(path + QUERY, "", BASE64))).isEqualTo(1);
            assertThat(plates(server.post(path + QUERY, "text/plain", BASE64 + "\n")))
                    .isEqualTo(1);
            assertThat(plates(server.post(path + QUERY, "application/x-www-form-urlencoded", BASE64)))
                    .isEqualTo(1);
            assertThat(plates(server.post(path + QUERY, "application/json", "\"" + BASE64 + "\"")))
                    .isEqualTo(1);
            assertThat(plates(server.post(
                            path + QUERY, "application/json", "\"" + BASE64.replace("=", "\\u003d") + "\"")))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/recognize_url", "/v3/recognize_url"})
    void getsAPictureFromItsAddressWhenThatIsAllowed(String path) throws Exception {
        var fetching = Map.of("fetch.enabled", "true", "fetch.allow", "127.0.0.0/8");
        try (var pictures = new PictureServer(Photo.jpeg());
                var server = RunningServer.with(ONE_PLATE, SURE, fetching)) {
            assertThat(plates(server.post(path + QUERY + url(pictures.url("/car.jpg")), new Form())))
                    .isEqualTo(1);
            assertThatFailed(
                    server.post(path + QUERY + url(pictures.url("/missing")), new Form()),
                    400,
                    "The picture's server answered with status 404.");
            assertThatFailed(
                    server.post(path + QUERY + url("file:///etc/passwd"), new Form()),
                    400,
                    "The picture's address must begin with http:// or https:// and name a host.");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "?country=us", "?country=eu&state=fr", "?country=au,auwide&topn=", "?country=zz&state=zz"})
    void needsNothingButThePicture(String query) throws Exception {
        try (var server = server()) {
            assertThat(plates(server.post("/v2/recognize" + query, PHOTO))).isEqualTo(1);
        }
    }

    // --- what is refused

    @ParameterizedTest
    @ValueSource(strings = {"topn=0", "topn=1001", "topn=x", "return_image=2", "recognize_vehicle=yes"})
    void refusesParametersThatAreNone(String parameter) throws Exception {
        try (var server = server()) {
            var response = server.post("/v2/recognize" + QUERY + "&" + parameter, PHOTO);
            var name = parameter.substring(0, parameter.indexOf('='));

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).startsWith("{\"error\":\"" + name + " must be a whole number from ");
        }
    }

    @Test
    void refusesARequestWithoutAPicture() throws Exception {
        try (var server = server()) {
            var noFile = "There is no file named image in the form.";
            assertThatFailed(server.post("/v2/recognize" + QUERY, new Form()), 400, noFile);
            assertThatFailed(
                    server.post("/v2/recognize" + QUERY, new Form().file("upload", "a.jpg", Photo.jpeg())),
                    400,
                    noFile);
            assertThatFailed(server.post("/v2/recognize" + QUERY, "", new byte[0]), 400, noFile);
            assertThatFailed(
                    server.post("/v2/recognize_url" + QUERY, new Form()), 400, "The parameter image_url is missing.");
            assertThatFailed(
                    server.post("/v2/recognize_url" + QUERY + url("http://127.0.0.1/"), new Form()),
                    400,
                    "Pictures by their address are switched off on this server; send the picture itself.");
            for (String body : List.of("no base64!", "\"no base64!\"", "\"open", "{}")) {
                assertThatFailed(
                        server.post("/v2/recognize_bytes" + QUERY, "", body), 400, "The body is not proper base64.");
            }
            assertThat(server.post("/v2/recognize_bytes" + QUERY, "", new byte[0])
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesWhatIsNoPictureOrTooLarge() throws Exception {
        try (var server = server()) {
            var broken = new Form().file("image", "a.jpg", new byte[100]);
            var large = new Form().file("image", "a.jpg", new byte[17 << 20]);

            assertThat(server.post("/v2/recognize" + QUERY, broken).statusCode())
                    .isEqualTo(400);
            assertThat(server.post("/v2/recognize" + QUERY, large).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void asksForTheSecretKeyWhenThereIsOne() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("openalpr.secretKey", "sk_right"))) {
            assertThat(plates(server.post("/v2/recognize?country=us&secret_key=sk_right", PHOTO)))
                    .isEqualTo(1);
            assertThatFailed(server.post("/v2/recognize" + QUERY, PHOTO), 401, "The secret_key is wrong.");
            assertThatFailed(server.post("/v2/recognize?country=us", PHOTO), 401, "The secret_key is wrong.");
        }
    }

    @Test
    void asksToComeBackUntilTheModelsAreLoaded() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            var response = server.post("/v2/recognize" + QUERY, PHOTO);

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
            assertThatFailed(server.post("/v2/recognize" + QUERY, PHOTO), 500, "The server failed; its log tells why.");
        }
    }

    private static String url(String url) {
        return "&image_url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    }

    private static int plates(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response).path("results").size();
    }

    private static int candidates(HttpResponse<String> response) throws Exception {
        return RunningServer.json(response)
                .path("results")
                .get(0)
                .path("candidates")
                .size();
    }

    private static void assertThatFailed(HttpResponse<String> response, int status, String error) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }
}
