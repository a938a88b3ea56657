package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.detect.PlateDetector;
import dev.gantry.plate.Box;
import dev.gantry.read.PlateReader;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CodeProject.AI Server and Easy-local-ALPR, row by row as in the systems that are replaced. */
@Timeout(60)
class CodeProjectApiTest {

    private static final String ALPR = "/v1/vision/alpr";
    private static final String GRID = "/v1/image/alpr_grid_debug";

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("AB123", 0.93456);
    private static final Form PHOTO = new Form().file("upload", "car.jpg", Photo.jpeg());

    /** Nothing is found in the whole picture, which is 320 px wide. */
    private final WhitePlate onlyInCells = new WhitePlate(200);

    private static Form photo() {
        return new Form().file("upload", "car.jpg", Photo.jpeg());
    }

    // --- what the answer holds

    @ParameterizedTest
    @ValueSource(strings = {"/v1/vision/alpr", "/v1/image/alpr", "/v1/vision/alpr/", "/v1/vision/alpr/any"})
    void answersWithTheFieldsOfBothSystems(String path) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.post(path, PHOTO);
            var answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(response.body().length()));
            assertThat(response.headers().firstValue("Transfer-Encoding")).isEmpty();
            assertThat(answer.path("success").booleanValue()).isTrue();
            assertThat(answer.path("code").intValue()).isEqualTo(200);
            assertThat(answer.path("message").textValue()).isEqualTo("Found Plate: AB123");
            assertThat(answer.path("command").textValue()).isEqualTo("alpr");
            assertThat(answer.path("moduleId").textValue()).isEqualTo("ALPR");
            assertThat(answer.path("moduleName").textValue()).isEqualTo("License Plate Reader");
            assertThat(answer.path("inferenceDevice").textValue()).isEqualTo("CPU");
            assertThat(answer.path("executionProvider").textValue()).isEqualTo("CPU");
            assertThat(answer.path("canUseGPU").textValue()).isEqualTo("false");
            assertThat(answer.path("processedBy").textValue()).isEqualTo("localhost");
            assertThat(answer.path("requestId").textValue()).hasSize(36);
            assertThat(answer.path("timestamp").textValue()).isEmpty();
            assertThat(answer.path("timestampUTC").textValue()).matches("\\w{3}, \\d+ \\w{3} \\d{4} [\\d:]{8} GMT");
            for (String whole : List.of("processMs", "inferenceMs", "analysisRoundTripMs", "count")) {
                assertThat(answer.path(whole).isIntegralNumber()).as(whole).isTrue();
            }
            assertThat(answer.path("count").intValue()).isEqualTo(1);
            assertThat(answer.path("duration").isNumber()).isTrue();
            assertThat(answer.path("plates").toString()).isEqualTo("[\"AB123\"]");
            assertThatIsPng(answer.path("image").textValue(), 210, 75); // 10 px more on each side, half as large again
        }
    }

    @Test
    void tellsEachPlateInWholePixelsInsideThePicture() throws Exception {
        var beyond = new Box(-5.4, 80.6, 120, 200);
        try (var server = RunningServer.with(Fakes.finding(beyond), SURE)) {
            var prediction = RunningServer.json(server.post(ALPR, PHOTO))
                    .path("predictions")
                    .get(0);

            assertThat(prediction.path("image").textValue()).startsWith("data:image/png;base64,");
            assertThat(without(prediction, "image").toString()).isEqualTo("""
                            {"confidence":0.9346,"label":"Plate: AB123","plate":"AB123",\
                            "x_min":0,"y_min":81,"x_max":115,"y_max":200,\
                            "plate_annotation":"0 0.179062 0.701500 0.358125 0.597000",\
                            "ocr_annotation":null,"valid_ocr_annotation":false}""");
        }
    }

    @Test
    void sortsPlatesByConfidenceAndNamesThreeOfThem() throws Exception {
        var boxes = new Box[] {
            new Box(10, 10, 60, 20), new Box(100, 10, 60, 20), new Box(200, 10, 60, 20), new Box(10, 100, 60, 20)
        };
        var readings = Map.of(
                10, Fakes.readingOf("LOW111", 0.5),
                100, Fakes.readingOf("TOP222", 0.99),
                200, Fakes.readingOf("MID333", 0.8));
        try (var server = RunningServer.with(Fakes.finding(boxes), Fakes.readingByPlace(readings))) {
            var answer = RunningServer.json(server.post(ALPR, PHOTO));

            assertThat(answer.path("predictions").findValuesAsText("plate"))
                    .containsExactly("TOP222", "MID333", "LOW111", "LOW111");
            assertThat(answer.path("message").textValue())
                    .isEqualTo("Found Plate: TOP222, Plate: MID333, Plate: LOW111...");
            assertThat(answer.path("image"))
                    .isEqualTo(answer.path("predictions").get(0).path("image"));
        }
    }

    @Test
    void succeedsWithoutPlates() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            var response = server.post(ALPR, PHOTO);
            var answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(answer.path("success").booleanValue()).isTrue();
            assertThat(answer.path("predictions").toString()).isEqualTo("[]");
            assertThat(answer.path("plates").toString()).isEqualTo("[]");
            assertThat(answer.path("count").intValue()).isZero();
            assertThat(answer.path("message").textValue()).isEqualTo("No plates found");
            assertThat(answer.has("image")).isFalse();
        }
    }

    @Test
    void leavesOutWhatIsLessSureThanAskedFor() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (String field : List.of("min_confidence", "confidence")) {
                assertThat(count(server.post(ALPR, photo().field(field, "0.95"))))
                        .isZero();
                assertThat(count(server.post(ALPR, photo().field(field, "0.93"))))
                        .isEqualTo(1);
                assertThat(count(server.post(ALPR, photo().field(field, "")))).isEqualTo(1);
            }
        }
    }

    @Test
    void anyPageMayUseIt() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var preflight = server.send(HttpRequest.newBuilder(server.uri(ALPR))
                    .method("OPTIONS", BodyPublishers.noBody())
                    .header("Origin", "http://page.test"));

            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                    .hasValue("POST, OPTIONS");
            for (var response : List.of(preflight, server.post(ALPR, PHOTO), server.post(ALPR, new Form()))) {
                assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                        .hasValue("*");
            }
        }
    }

    // --- what is accepted

    @Test
    void takesTheFirstFileWhateverItsNameAndType() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (Form form : List.of(
                    new Form().file("image", "upload", Photo.png()),
                    new Form().file("anything", "a.exe", Photo.jpeg()),
                    new Form().file("upload", "", Photo.jpeg()),
                    new Form().file("upload", "", new byte[0]).file("image", "b.png", Photo.png()),
                    new Form().field("min_confidence", "0.4").file("upload", "c.jpg", Photo.jpeg()))) {
                assertThat(count(server.post(ALPR, form))).isEqualTo(1);
            }
        }
    }

    /** Easy-local-ALPR answered 500 to most of them. */
    @ParameterizedTest
    @MethodSource("dev.gantry.server.RarePhotos#all")
    void readsPixelsOfEveryKind(byte[] picture) throws Exception {
        try (var server = RunningServer.with(new WhitePlate(Photo.WIDTH), SURE)) {
            var form = new Form().file("upload", "car", picture);

            assertThatPlateIsAt(server.post(ALPR, form), 104, 80, 216, 112); // RarePhotos.PLATE
        }
    }

    @Test
    void takesJsonWithBase64() throws Exception {
        var json = "{\"files\":[{\"data\":\"%s\"}],\"values\":[{\"key\":\"min_confidence\",\"value\":[\"%s\"]}]}";
        var base64 = Base64.getEncoder().encodeToString(Photo.jpeg());
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThat(count(server.post(ALPR, "application/json", json.formatted(base64, "0.5"))))
                    .isEqualTo(1);
            assertThat(count(server.post(ALPR, "application/json", json.formatted(base64, "0.99"))))
                    .isZero();

            assertThatFailed(
                    server.post(ALPR, "application/json", json.formatted("no base64!", "0.5")),
                    400,
                    "The file's data is not proper base64");
            assertThatFailed(server.post(ALPR, "application/json", "{"), 400, "The request is not proper JSON");
            for (String without : List.of("{}", "[]", "null", "", "{\"files\":[]}", "{\"files\":[{\"data\":5}]}")) {
                assertThatFailed(server.post(ALPR, "application/json", without), 400, "No image found");
            }
        }
    }

    // --- the grid

    @Test
    void looksCellByCellOnlyWhereTheWholePictureShowsNothing() throws Exception {
        var everywhere = new WhitePlate(Photo.WIDTH);
        byte[] picture = WhitePlate.photo(200, 150, 30, 16);
        try (var server = RunningServer.with(everywhere, SURE)) {
            server.post(ALPR, new Form().file("upload", "a.png", picture));
            assertThat(everywhere.calls()).isEqualTo(1);
        }
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            var answer = server.post(ALPR, new Form().file("upload", "a.png", picture));
            assertThat(onlyInCells.calls()).isEqualTo(1 + 4 * 4); // the documented default
            assertThatPlateIsAt(answer, 200, 150, 230, 166);
        }
    }

    @Test
    void findsAPlateOnBordersOnceAndWhole() throws Exception {
        var onTheCross = new Form()
                .file("upload", "a.png", WhitePlate.photo(150, 91, 24, 16))
                .field("grid_size", "2");
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            assertThatPlateIsAt(server.post(ALPR, onTheCross), 150, 91, 174, 107);
        }
        try (var server = RunningServer.with(onlyInCells, SURE, Map.of("codeproject.gridOverlap", "0"))) {
            assertThat(count(server.post(ALPR, onTheCross)))
                    .as("without overlap it falls to pieces")
                    .isNotEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"4;1", "1,4;1", " 4 , 1 ;1", "4,99,-1,0;1", "1;0", "99;0", "'';1", "4,4,4;1"})
    void looksAtWantedCellsOnly(String cells, int found) throws Exception {
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            var form = new Form()
                    .file("upload", "a.png", WhitePlate.photo(200, 150, 24, 16))
                    .field("grid_size", "2")
                    .field("wanted_cells", cells);

            assertThat(count(server.post(ALPR, form))).isEqualTo(found);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-1,1", "1,2", "3,10", "16,257"})
    void looksAsOftenAsTheGridHasCells(String side, int looks) throws Exception {
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            var response = server.post(
                    ALPR,
                    new Form()
                            .file("upload", "a.png", WhitePlate.photo(0, 0, 0, 0))
                            .field("grid_size", side));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(onlyInCells.calls()).isEqualTo(looks);
        }
    }

    @Test
    void looksAtEachOfThePicturesLastPixels() throws Exception {
        byte[] bottomRight = WhitePlate.photo(Photo.WIDTH - 24, Photo.HEIGHT - 16, 24, 16); // 320 is not 3 x 106
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            var answer = server.post(
                    ALPR, new Form().file("upload", "a.png", bottomRight).field("grid_size", "3"));

            assertThatPlateIsAt(answer, 296, 184, 320, 200);
        }
    }

    @Test
    void theGridsDefaultsAreTheOperators() throws Exception {
        var settings = Map.of("codeproject.gridSize", "0", "codeproject.maxGridSize", "2");
        try (var server = RunningServer.with(onlyInCells, SURE, settings)) {
            server.post(ALPR, PHOTO);
            assertThat(onlyInCells.calls()).isEqualTo(1);
            assertThatFailed(
                    server.post(ALPR, photo().field("grid_size", "3")),
                    400,
                    "grid_size must be a whole number of at most 2");
        }
    }

    @Test
    void stopsLookingWhenNobodyWaitsAnyMore() throws Exception {
        PlateDetector slow = image -> {
            onlyInCells.detect(image);
            pause(50);
            return List.of();
        };
        try (var server = RunningServer.with(slow, SURE, Map.of("limits.timeout", "200ms"))) {
            var response = server.post(ALPR, photo().field("grid_size", "16"));

            assertThat(response.statusCode()).isEqualTo(503);
            server.awaitMetric("gantry_workers_busy", 0);
            assertThat(onlyInCells.calls()).isLessThan(20);
        }
    }

    // --- what is refused

    @Test
    void refusesARequestWithoutAFile() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThatFailed(server.post(ALPR, new Form()), 400, "No image found");
            assertThatFailed(server.post(ALPR, new Form().field("upload", "text")), 400, "No image found");
            assertThatFailed(server.post(ALPR, "", new byte[0]), 400, "No image found");
            assertThatFailed(server.post(ALPR, "multipart/form-data; boundary=x", new byte[0]), 400, "No image found");
            assertThatFailed(server.post(ALPR, "image/jpeg", Photo.jpeg()), 400, "No image found");
            assertThatFailed(server.post(ALPR, "application/x-www-form-urlencoded", "upload=x"), 400, "No image found");
        }
    }

    @Test
    void refusesAFormWhereNoFileWasChosen() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var empty = new Form().file("upload", "", new byte[0]);
            assertThatFailed(server.post(ALPR, empty), 400, "No selected file");

            var alsoWrong = new Form().file("upload", "", new byte[0]).field("grid_size", "x");
            assertThatFailed(server.post(ALPR, alsoWrong), 400, "grid_size must be a whole number of at most 16");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "grid_size;x;grid_size must be a whole number of at most 16",
                "grid_size;'';grid_size must be a whole number of at most 16",
                "grid_size;2.5;grid_size must be a whole number of at most 16",
                "grid_size;17;grid_size must be a whole number of at most 16",
                "grid_size;1000000000000;grid_size must be a whole number of at most 16",
                "wanted_cells;1,x;wanted_cells must be whole numbers between commas, such as 1,2,5",
                "wanted_cells;1,,2;wanted_cells must be whole numbers between commas, such as 1,2,5"
            })
    void refusesValuesThatAreNone(String field, String value, String error) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThatFailed(server.post(ALPR, photo().field(field, value)), 400, error);
        }
    }

    /** The module that this replaces ignores the field, so its clients may send anything. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "NaN", "50", "0,4", "-1"})
    void passesOverAConfidenceThatIsNone(String value) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (String field : List.of("min_confidence", "confidence")) {
                HttpResponse<String> answer = server.post(ALPR, photo().field(field, value));

                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(RunningServer.json(answer).path("predictions")).hasSize(1);
            }
        }
    }

    @Test
    void refusesMillionsOfSmallThings() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThatFailed(
                    server.post(ALPR, photo().field("wanted_cells", "1,".repeat(1 << 20))),
                    400,
                    "wanted_cells must be whole numbers between commas, such as 1,2,5");
            assertThatFailed(
                    server.post(ALPR, "application/json", "[" + "[],".repeat(1 << 20) + "1]"),
                    400,
                    "The request is not proper JSON");
            assertThatFailed(
                    server.post(ALPR, "application/x-www-form-urlencoded", "a&".repeat(1 << 20)),
                    400,
                    "The form has more than 100 fields.");
        }
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (byte[] content : new byte[][] {{}, {1, 2, 3}, new byte[1_000]}) {
                assertThatFailed(
                        server.post(ALPR, new Form().file("upload", "a.jpg", content)), 400, "Error processing image");
            }
        }
    }

    @Test
    void refusesWhatIsTooLarge() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var form = new Form().file("upload", "a.jpg", new byte[17 << 20]);
            assertThat(server.post(ALPR, form).statusCode()).isEqualTo(413);
        }
    }

    @Test
    void refusesOtherMethods() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThat(server.get("/v1/image/alpr").statusCode()).isEqualTo(405);
            assertThat(server.get(GRID).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void hidesItsOwnFaults() throws Exception {
        PlateDetector failing = _ -> {
            throw new IllegalStateException("secret detail");
        };
        try (var server = RunningServer.with(failing, SURE)) {
            assertThatFailed(server.post(ALPR, PHOTO), 500, "The server failed; its log tells why.");
        }
    }

    @Test
    void asksToComeBackUntilTheModelsAreLoaded() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            for (String path : List.of(ALPR, GRID, "/v1/vision/detection")) {
                var response = server.post(path, PHOTO);
                assertThatFailed(response, 503, "The models are still being loaded; try again in a moment.");
                assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            }
        }
    }

    // --- the grid's picture

    @ParameterizedTest
    @ValueSource(strings = {"/v1/vision/alpr_grid_debug", "/v1/image/alpr_grid_debug"})
    void drawsTheCellsAtHalfTheSize(String path) throws Exception {
        try (var server = RunningServer.with(onlyInCells, SURE)) {
            var response = server.post(path, photo().field("grid_size", "2").field("wanted_cells", "4"));
            var answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(answer.properties()).hasSize(1);
            String uri = answer.path("image").textValue();
            assertThat(uri).startsWith("data:image/jpeg;base64,");
            var picture = ImageIO.read(
                    new ByteArrayInputStream(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))));
            assertThat(picture.getWidth()).isEqualTo(Photo.WIDTH / 2);
            assertThat(picture.getHeight()).isEqualTo(Photo.HEIGHT / 2);
            assertThat(picture.getRGB(80, 75) >> 16 & 0xff)
                    .as("red left border of cell 4")
                    .isGreaterThan(150);
            assertThat(picture.getRGB(1, 25) >> 16 & 0xff)
                    .as("cell 1 is not wanted")
                    .isLessThan(50);
            assertThat(onlyInCells.calls()).as("nothing is looked for").isZero();
        }
    }

    @Test
    void drawsNothingWithoutAGridAndRefusesAsAlprDoes() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertThat(server.post(GRID, photo().field("grid_size", "0")).statusCode())
                    .isEqualTo(200);
            assertThatFailed(server.post(GRID, new Form()), 400, "No image found");
            assertThatFailed(server.post(GRID, new Form().file("upload", "", new byte[0])), 400, "No selected file");
            assertThatFailed(
                    server.post(GRID, photo().field("grid_size", "17")),
                    400,
                    "grid_size must be a whole number of at most 16");
            assertThatFailed(
                    server.post(GRID, new Form().file("upload", "a.jpg", new byte[9])), 400, "Error processing image");
        }
    }

    // --- plates as objects

    @ParameterizedTest
    @CsvSource({"/v1/vision/detection, detect, license-plate", "/v1/vision/custom/license-plate, custom, DayPlate"})
    void tellsPlatesAsObjects(String path, String command, String label) throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var answer = RunningServer.json(server.post(path, new Form().file("image", "a.jpg", Photo.jpeg())));
            var prediction = answer.path("predictions").get(0);

            assertThat(answer.path("success").booleanValue()).isTrue();
            assertThat(answer.path("command").textValue()).isEqualTo(command);
            assertThat(answer.path("count").intValue()).isEqualTo(1);
            assertThat(prediction.path("label").textValue()).isEqualTo(label);
            assertThat(prediction.path("confidence").doubleValue()).isEqualTo(0.9); // of the detector
            assertThat(prediction.path("x_min").intValue()).isEqualTo(100);
            assertThat(prediction.path("y_min").intValue()).isEqualTo(80);
            assertThat(prediction.path("x_max").intValue()).isEqualTo(220);
            assertThat(prediction.path("y_max").intValue()).isEqualTo(110);
            assertThat(count(server.post(path, photo().field("min_confidence", "0.91"))))
                    .isZero();
        }
    }

    @Test
    void knowsOneModel() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (var response :
                    List.of(server.post("/v1/vision/custom/list", new Form()), server.get("/v1/vision/custom/list"))) {
                var answer = RunningServer.json(response);
                assertThat(answer.path("success").booleanValue()).isTrue();
                assertThat(answer.path("models").toString()).isEqualTo("[\"license-plate\"]");
                assertThat(answer.path("command").textValue()).isEqualTo("list-custom");
                assertThat(answer.path("code").intValue()).isEqualTo(200);
            }
            assertThatFailed(
                    server.post("/v1/vision/custom/ipcam-combined", PHOTO),
                    404,
                    "There is no such model; there is license-plate.");
        }
    }

    // --- probes

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/status/ping", "/v1/server/status/ping", "/v1/status/version", "/v1/server/status/version"})
    void isThere(String path) throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            var response = server.get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("""
                            {"success":true,"message":"2.9.6","version":{"major":2,"minor":9,"patch":6,"preRelease":"",\
                            "securityUpdate":false,"build":0,"file":"","releaseNotes":"Spoken by Gantry"},\
                            "code":200,"hostname":"localhost"}""");
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .hasValue("*");
        }
    }

    @Test
    void isTheCurrentVersion() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            var answer = RunningServer.json(server.get("/v1/status/updateavailable"));

            assertThat(answer.path("success").booleanValue()).isTrue();
            assertThat(answer.path("message").textValue()).isEqualTo("This is the current version");
            assertThat(answer.path("updateAvailable").booleanValue()).isFalse();
            assertThat(answer.path("code").intValue()).isEqualTo(200);
            for (String version : List.of("version", "current", "latest")) {
                assertThat(answer.path(version).path("major").intValue()).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/module/list/status", "/v1/status/analysis/list"})
    void tellsWhatItCanDo(String path) throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            assertThat(server.get(path).body()).isEqualTo("""
                            {"success":true,"statuses":[{"moduleId":"ALPR","name":"License Plate Reader",\
                            "status":"Started"}]}""");
        }
    }

    private static int count(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response).path("predictions").size();
    }

    private static void assertThatPlateIsAt(HttpResponse<String> response, int left, int top, int right, int bottom)
            throws Exception {
        assertThat(count(response)).isEqualTo(1);
        var prediction = RunningServer.json(response).path("predictions").get(0);
        assertThat(List.of(
                        prediction.path("x_min").intValue(),
                        prediction.path("y_min").intValue(),
                        prediction.path("x_max").intValue(),
                        prediction.path("y_max").intValue()))
                .containsExactly(left, top, right, bottom);
    }

    private static void assertThatFailed(HttpResponse<String> response, int status, String error) throws Exception {
        var answer = RunningServer.json(response);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(answer.path("success").booleanValue()).isFalse();
        assertThat(answer.path("success").isBoolean()).isTrue();
        assertThat(answer.path("error").textValue()).isEqualTo(error);
        assertThat(answer.path("code").intValue()).isEqualTo(status);
        assertThat(answer.path("moduleId").textValue()).isEqualTo("ALPR");
        assertThat(response.body()).doesNotContain("secret detail", "Exception");
        assertThat(response.headers().firstValue("Content-Length")).isPresent();
    }

    private static void assertThatIsPng(String uri, int width, int height) throws Exception {
        assertThat(uri).startsWith("data:image/png;base64,");
        byte[] bytes = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        assertThat(bytes).startsWith(0x89, 'P', 'N', 'G');
        var picture = ImageIO.read(new ByteArrayInputStream(bytes));
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
    }

    private static JsonNode without(JsonNode object, String field) {
        return object.<ObjectNode>deepCopy().without(field);
    }

    private static void pause(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
