package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.server.evaluate.LabelFile;
import dev.gantry.server.evaluate.LabelledPicture;
import dev.gantry.server.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v1/reviews} and {@code /api/v1/statistics}. What the store makes of it is tested there. */
class ReviewsApiTest {

    private static final String PATH = "/api/v1/reviews";

    private RunningServer server;

    @BeforeEach
    void start() throws Exception {
        server = RunningServer.with(Fakes.finding(Fakes.PLATE), Fakes.reading("A812CD", 0.97), Map.of());
        for (int i = 0; i < 3; i++) {
            assertThat(server.post("/api/v1/recognize?camera=gate", "image/png", Photo.png())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReadIsCorrectedAndTheOriginalIsKept() throws Exception {
        HttpResponse<String> response = say("{\"read\": 2, \"verdict\": \"corrected\", \"text\": \"AB12 CD\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonNode read = get("/api/v1/reads/2");
        assertThat(read.path("text").asText()).isEqualTo("A812CD");
        assertThat(read.path("plate").asText()).isEqualTo("AB12CD");
        assertThat(read.at("/review/verdict").asText()).isEqualTo("corrected");
        assertThat(read.at("/review/text").asText()).isEqualTo("AB12 CD");
        assertThat(get("/api/v1/reads/2/reviews").path("reviews")).hasSize(1).contains(RunningServer.json(response));
        assertThat(server.get("/api/v1/reads?format=csv&plate=AB12CD").body()).contains(",corrected,AB12 CD");
    }

    @Test
    void whoFollowsACameraHearsOfItsVerdictsAlone() throws Exception {
        say("{\"read\": 2, \"verdict\": \"corrected\", \"text\": \"AB12 CD\"}");
        try (var gate = EventClient.open(server.uri("/api/v1/events?lastEventId=0&type=review&camera=gate"));
                var yard = EventClient.open(server.uri("/api/v1/events?lastEventId=0&camera=yard"))) {
            JsonNode review = Json.mapper().readTree(gate.data());
            assertThat(review.path("camera").asText()).isEqualTo("gate");
            assertThat(review.path("plate").asText()).isEqualTo("A812CD");
            assertThat(review.path("verdict").asText()).isEqualTo("corrected");
            assertThat(review.path("read").asInt()).isEqualTo(2);
            server.gantry().close();
            assertThat(yard.frame()).hasValue(": connected\n");
            assertThat(yard.frame()).isEmpty();
        }
    }

    @Test
    void aPageOfAnotherSiteCannotPostInAVisitorsName() throws Exception {
        String verdict = "{\"read\": 2, \"verdict\": \"confirmed\"}";
        for (String path : List.of(PATH, "/api/v1/cameras")) {
            var simple = server.request(path, "text/plain", BodyPublishers.ofString(verdict))
                    .header("Origin", "http://elsewhere.example");
            assertThat(server.send(simple).statusCode()).as(path).isEqualTo(415);
        }
        assertThat(get(PATH).at("/reviewed/confirmed").asInt()).isZero();
        var own = server.request(PATH, "application/json", BodyPublishers.ofString(verdict))
                .header("Origin", server.uri("").toString());
        assertThat(server.send(own).statusCode()).isEqualTo(201);
        assertThat(server.send(server.request(PATH, "", BodyPublishers.ofString(verdict)))
                        .statusCode())
                .as("from the command line")
                .isEqualTo(201);
    }

    @Test
    void theSummaryTellsHowFarItIs() throws Exception {
        assertThat(get(PATH).at("/reviewed/accuracy").isNull()).isTrue();
        say("{\"read\": 1, \"verdict\": \"confirmed\", \"sampled\": true}");
        say("{\"read\": 2, \"verdict\": \"corrected\", \"text\": \"AB12CD\"}");

        JsonNode summary = get(PATH);

        assertThat(summary.path("waiting").asInt()).isEqualTo(1);
        assertThat(summary.at("/reviewed/accuracy/value").asDouble()).isEqualTo(0.5);
        assertThat(summary.at("/reviewed/accuracy/low").asDouble()).isBetween(0.05, 0.15);
        assertThat(summary.at("/sampled/accuracy/value").asDouble()).isEqualTo(1);
        assertThat(summary.at("/confusions/0/read").asText()).isEqualTo("8");
        assertThat(summary.at("/confusions/0/truth").asText()).isEqualTo("B");
    }

    @Test
    void theQueueHasWhatNobodyHasLookedAt() throws Exception {
        say("{\"read\": 1, \"verdict\": \"not_a_plate\"}");

        assertThat(get(PATH + "/queue?camera=gate").path("reads").findValuesAsText("id"))
                .containsExactly("2", "3");
        assertThat(get(PATH + "/queue?after=2&limit=1").path("reads").findValuesAsText("id"))
                .containsExactly("3");
        assertThat(get(PATH + "/queue?order=random").path("reads")).isNotEmpty();
    }

    @Test
    void whatIsExportedIsASetThatEvaluationReads(@TempDir Path folder) throws Exception {
        say("{\"read\": 1, \"verdict\": \"confirmed\"}");
        say("{\"read\": 2, \"verdict\": \"corrected\", \"text\": \"AB12CD\"}");
        say("{\"read\": 3, \"verdict\": \"not_a_plate\"}");

        unpack(folder, PATH + "/export");

        List<LabelledPicture> pictures =
                new LabelFile(Json.mapper()).read(folder.resolve("gantry-reviewed/labels.jsonl"));
        assertThat(pictures).extracting(LabelledPicture::set).containsExactly("confirmed", "corrected");
        assertThat(pictures.stream().map(picture -> picture.plates().getFirst().text()))
                .containsExactly("A812CD", "AB12CD");
        for (LabelledPicture picture : pictures) {
            assertThat(picture.kind()).isEqualTo(LabelledPicture.Kind.CROP);
            assertThat(ImageIO.read(picture.file().toFile()).getWidth()).isPositive();
        }
        assertThat(server.get(PATH + "/export?verdict=undone").statusCode()).isEqualTo(400);
    }

    private void unpack(Path folder, String path) throws Exception {
        byte[] archive;
        try (var client = HttpClient.newHttpClient()) {
            archive = client.send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofByteArray())
                    .body();
        }
        try (InputStream in = new ByteArrayInputStream(archive);
                var zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    @Test
    void statisticsCountWhatWasRead() throws Exception {
        JsonNode figures = get("/api/v1/statistics?zone=Europe/Berlin");

        assertThat(figures.path("reads").asInt()).isEqualTo(3);
        assertThat(figures.path("plates").asInt()).isEqualTo(1);
        assertThat(figures.path("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(figures.at("/cameras/0/camera").asText()).isEqualTo("gate");
        assertThat(figures.at("/cameras/0/width/median").asDouble()).isBetween(120.0, 130.0);
        assertThat(get("/api/v1/statistics?camera=none").path("reads").asInt()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"read\": 1}",
                "{\"read\": \"x\", \"verdict\": \"confirmed\"}",
                "{\"read\": 1, \"verdict\": \"fine\"}",
                "{\"read\": 1, \"verdict\": \"corrected\"}",
                "{\"read\": 1, \"verdict\": \"corrected\", \"text\": \"--\"}",
                "{\"read\": 1, \"verdict\": \"confirmed\", \"text\": \"AB12\"}"
            })
    void refusesWhatItDoesNotUnderstand(String body) throws Exception {
        assertThat(say(body).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH + "/queue?order=best",
                PATH + "/queue?limit=0",
                PATH + "/queue?limit=101",
                PATH + "/queue?after=x",
                "/api/v1/statistics?zone=Mars",
                "/api/v1/statistics?from=2026-01-02&until=2026-01-01",
                "/api/v1/statistics?from=2020-01-01&until=2026-01-01"
            })
    void refusesWrongParameters(String path) throws Exception {
        assertThat(server.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(say("{\"read\": 99, \"verdict\": \"confirmed\"}").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/api/v1/reads/99/reviews").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> say(String json) throws Exception {
        return server.post(PATH, "application/json", json);
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningServer.json(response);
    }
}
