package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.server.json.Json;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /api/v1/reads} over pictures that were recognised before. What searches find is tested with the store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadsApiTest {

    private static final String PATH = "/api/v1/reads";

    private RunningServer server;

    @BeforeAll
    void start() throws Exception {
        server = RunningServer.with(
                Fakes.finding(Fakes.PLATE), Fakes.reading("AB12CD", 0.97), Map.of("history.pictures", "all"));
        for (String camera : List.of("gate", "yard", "=gate,\"1\"")) {
            String query = URLEncoder.encode(camera, StandardCharsets.UTF_8);
            var response = server.post("/api/v1/recognize?camera=" + query, "image/png", Photo.png());
            assertThat(response.statusCode()).isEqualTo(200);
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void listsReadsNewestFirst() throws Exception {
        JsonNode page = RunningServer.json(server.get(PATH));

        assertThat(page.path("next").isNull()).isTrue();
        assertThat(page.path("reads")
                        .valueStream()
                        .map(read -> read.path("camera").asText()))
                .containsExactly("=gate,\"1\"", "yard", "gate");
        JsonNode read = page.path("reads").get(2);
        assertThat(read.path("text").asText()).isEqualTo("AB12CD");
        assertThat(read.path("source").asText()).isEqualTo("gantry");
        assertThat(read.path("pictureDigest").asText()).hasSize(64);
        assertThat(RunningServer.json(server.get(PATH + "/" + read.path("id").asText())))
                .isEqualTo(read);
    }

    @Test
    void pagesMeet() throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = RunningServer.json(server.get(PATH + "?limit=2&cursor=" + next));
            page.path("reads").forEach(read -> ids.add(read.path("id").asText()));
            next = page.path("next").asText("");
        } while (!next.isEmpty());

        assertThat(ids).containsExactly("3", "2", "1");
    }

    @ParameterizedTest
    @CsvSource({
        "camera=gate, 1",
        "camera=, 3",
        "source=GANTRY, 3",
        "source=vrpdr, 0",
        "region=xx, 0",
        "minConfidence=0.5, 3",
        "minConfidence=1, 0",
        "from=2020-01-01, 3",
        "from=2020-01-01T10:00, 3",
        "until=2020-01-01T10:00:00.5Z, 0",
        "from=2020-01-01T10:00:00+02:00, 3",
        "from=2020-01-01T10:00:00.123%2B02:00, 3",
        "plate=ab-12 cd, 3",
        "plate=AB12C, 0",
        "plate=AB12C&match=prefix, 3",
        "plate=12&match=contains, 3",
        "plate=A?1*&match=wildcard, 3",
        "plate=A812CD&match=similar, 3",
        "plate=A812CD&match=similar&camera=yard, 1"
    })
    void filters(String query, int found) throws Exception {
        HttpResponse<String> response = server.get(PATH + "?" + query.replace(" ", "%20"));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(RunningServer.json(response).path("reads")).hasSize(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam=gate",
                "camera=a&camera=b",
                "limit=0",
                "limit=1001",
                "limit=many",
                "minConfidence=NaN",
                "minConfidence=1.1",
                "from=yesterday",
                "until=2020-13-01",
                "from=-999999999-01-01",
                "until=12026-01-01T00:00:00Z",
                "from=2026-02-30",
                "match=exact",
                "plate=--",
                "plate=AB&match=like",
                "plate=*?*&match=wildcard",
                "plate=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "cursor=nonsense",
                "cursor=%F0%9F%92%A9",
                "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk6MTo",
                "format=xml"
            })
    void refusesWhatItDoesNotUnderstand(String query) throws Exception {
        HttpResponse<String> response = server.get(PATH + "?" + query);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(RunningServer.json(response).at("/error/code").asText()).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void exportsATableThatSpreadsheetsTakeAsTextOnly() throws Exception {
        HttpResponse<String> response = server.get(PATH + "?format=csv");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(response.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"reads.csv\"");
        List<String> rows = response.body().lines().toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.getFirst()).startsWith("id,time,text,plate,confidence,region,source,client,camera,");
        assertThat(rows.get(1))
                .startsWith("3,")
                .contains(",AB12CD,AB12CD,0.97,,gantry,127.0.0.1,\"'=gate,\"\"1\"\"\",");
    }

    @Test
    void exportsJsonLines() throws Exception {
        HttpResponse<String> response = server.get(PATH + "?format=jsonl&camera=gate");

        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(response.body()).endsWith("}\n");
        assertThat(Json.mapper().readTree(response.body())).isEqualTo(RunningServer.json(server.get(PATH + "/1")));
        assertThat(server.get(PATH + "?format=jsonl&camera=none").body()).isEmpty();
    }

    @Test
    void showsTheStripAndThePicture() throws Exception {
        HttpResponse<byte[]> strip = bytes(PATH + "/1/strip");
        HttpResponse<byte[]> picture = bytes(PATH + "/1/picture");

        assertThat(strip.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(strip.body())).getWidth())
                .isPositive();
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(picture.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(bytes(PATH + "/1/picture?v=1f").headers().firstValue("Cache-Control"))
                .hasValue("private, max-age=31536000, immutable");
        assertThat(picture.body()).isEqualTo(Photo.png());
    }

    private HttpResponse<byte[]> bytes(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(server.uri(path)).build(), BodyHandlers.ofByteArray());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/99", "/0", "/-1", "/x", "/1e3", "/99999999999999999999", "/99/strip", "/x/picture"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        HttpResponse<String> response = server.get(PATH + path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(RunningServer.json(response).at("/error/code").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void deletesOneRead() throws Exception {
        JsonNode plate = RunningServer.json(server.post("/api/v1/recognize?camera=gone", "image/png", Photo.png()))
                .path("plates")
                .get(0);
        String path = PATH + "/" + plate.path("readId").asText();
        var delete = HttpRequest.newBuilder(server.uri(path)).DELETE();

        assertThat(server.send(delete).statusCode()).isEqualTo(204);

        assertThat(server.send(delete).statusCode()).isEqualTo(404);
        assertThat(server.get(path).statusCode()).isEqualTo(404);
        assertThat(server.get(path + "/strip").statusCode()).isEqualTo(404);
    }
}
