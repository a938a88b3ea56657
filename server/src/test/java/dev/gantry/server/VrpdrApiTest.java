package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.detect.Detection;
import dev.gantry.detect.PlateDetector;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.read.PlateReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code GET /} and {@code POST /}, row by row as in vrpdr. */
@Timeout(60)
class VrpdrApiTest {

    private static final PlateDetector ONE_PLATE = Fakes.finding(Fakes.PLATE);
    private static final PlateReader SURE = Fakes.reading("ABC1234", 0.97);
    private static final Form PHOTO = new Form().file("file", "car.jpg", Photo.jpeg());

    @Test
    void saysThatItIsRunning() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.get("/");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo("Live and Running!");
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");

            String page = server.visit("/").headers().firstValue("Location").orElseThrow(); // browsers are led on
            assertThat(server.visit(page).body()).startsWith("<!doctype html>");
        }
    }

    @Test
    void answersWithBoxTextAndPicture() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.post("/", PHOTO);
            JsonNode answer = RunningServer.json(response);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Length"))
                    .hasValue(String.valueOf(response.body().length()));
            assertThat(answer.path("detections").toString()).isEqualTo("""
                    [{"bb_confidence":0.9,"bounding_box":[100,80,120,30],"ocr_pred":"ABC1234-","plate":"ABC1234"}]""");
            BufferedImage drawn = output(answer);
            assertThat(drawn.getWidth()).isEqualTo(Photo.WIDTH);
            assertThat(drawn.getHeight()).isEqualTo(Photo.HEIGHT);
            assertThat(greenAt(drawn, 160, 80)).isGreaterThan(100); // the outline
        }
    }

    @Test
    void noPlateIsAnAnswerWithThePictureAsItWas() throws Exception {
        try (var server = RunningServer.with(Fakes.finding(), SURE)) {
            JsonNode answer = RunningServer.json(server.post("/", PHOTO));

            assertThat(answer.path("detections").isArray()).isTrue();
            assertThat(answer.path("detections")).isEmpty();
            assertThat(output(answer).getWidth()).isEqualTo(Photo.WIDTH);
        }
    }

    @Test
    void tellsTheSurestFirstInsideThePicture() throws Exception {
        PlateDetector two = _ -> List.of(
                new Detection(new Box(-10, 20, 60, 20), Quad.of(new Box(-10, 20, 60, 20)), 0.7),
                new Detection(Fakes.PLATE, Quad.of(Fakes.PLATE), 0.95));
        try (var server = RunningServer.with(two, SURE)) {
            JsonNode detections = RunningServer.json(server.post("/", PHOTO)).path("detections");

            assertThat(detections.findValues("bb_confidence").stream().map(JsonNode::asDouble))
                    .containsExactly(0.95, 0.7);
            assertThat(detections.get(1).path("bounding_box").toString()).isEqualTo("[0,20,50,20]");
        }
    }

    @Test
    void refusesARequestWithoutTheFile() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            assertRefused(server.post("/", new Form().file("image", "car.jpg", Photo.jpeg())), 400);
            assertRefused(server.post("/", new Form().field("file", "car.jpg")), 400);
            assertRefused(server.post("/", "image/jpeg", Photo.jpeg()), 400);
            assertRefused(server.post("/", "", ""), 400);
            assertRefused(server.post("/", PHOTO.contentType(), "no form"), 400);
        }
    }

    @Test
    void refusesWhatIsNoPicture() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            for (byte[] content : new byte[][] {{}, {1, 2, 3}, new byte[10_000]}) {
                assertRefused(server.post("/", new Form().file("file", "car.jpg", content)), 400);
            }
        }
    }

    @Test
    void failuresTellNothingOfTheInsideNorOfOthers() throws Exception {
        PlateDetector failing = _ -> {
            throw new IllegalStateException("secret detail");
        };
        try (var server = RunningServer.with(failing, SURE)) {
            var response = server.post("/", PHOTO);

            assertRefused(response, 500);
            assertThat(response.body()).doesNotContain("secret", "detections");
        }
    }

    @Test
    void refusesOtherMethods() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE)) {
            var response = server.send(HttpRequest.newBuilder(server.uri("/")).method("PUT", BodyPublishers.noBody()));

            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "POST");
        }
    }

    @Test
    void refusesWhatIsTooLargeAndTellsToComeBack() throws Exception {
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("limits.maxBytes", "64KiB"))) {
            assertRefused(server.post("/", new Form().file("file", "car.jpg", new byte[1 << 20])), 413);
        }
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            assertRefused(server.post("/", PHOTO), 503);
        }
    }

    @Test
    void manyAtOnceGetTheirOwnAnswers() throws Exception {
        try (var server = RunningServer.with(new WhitePlate(Integer.MAX_VALUE), SURE)) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> server.postAsync(
                            "/", new Form().file("file", "car.png", WhitePlate.photo(10 * i, 80, 60, 20))))
                    .toList();
            for (int i = 0; i < answers.size(); i++) {
                JsonNode box = RunningServer.json(answers.get(i).join()).at("/detections/0/bounding_box");
                assertThat(box.toString()).isEqualTo("[%d,80,60,20]".formatted(10 * i));
            }
        }
    }

    @Test
    void leavesPicturesInTheDebugFolderWhereThatIsSet(@TempDir Path temporary) throws Exception {
        Path folder = temporary.resolve("debug");
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("vrpdr.debugFolder", folder.toString()))) {
            for (int i = 0; i < 2; i++) { // the second replaces the first
                assertThat(server.post("/", PHOTO).statusCode()).isEqualTo(200);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("result.jpg", "roi_0.jpg");
        }
        assertThat(ImageIO.read(folder.resolve("roi_0.jpg").toFile()).getWidth())
                .isEqualTo(120);
        assertThat(ImageIO.read(folder.resolve("result.jpg").toFile()).getWidth())
                .isEqualTo(Photo.WIDTH);
    }

    @Test
    void answersThoughTheDebugFolderCannotBeWritten(@TempDir Path temporary) throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "");
        try (var server = RunningServer.with(ONE_PLATE, SURE, Map.of("vrpdr.debugFolder", file.toString()))) {
            assertThat(server.post("/", PHOTO).statusCode()).isEqualTo(200);
        }
    }

    private static BufferedImage output(JsonNode answer) throws Exception {
        byte[] jpeg = Base64.getDecoder().decode(answer.path("output_image").asText());
        assertThat(jpeg).startsWith(0xff, 0xd8, 0xff);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static int greenAt(BufferedImage picture, int x, int y) {
        return picture.getRGB(x, y) >> 8 & 0xff;
    }

    private static void assertRefused(HttpResponse<String> response, int status) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(RunningServer.json(response).path("error").asText())
                .isNotBlank()
                .doesNotContain("Exception", "java.");
    }
}
