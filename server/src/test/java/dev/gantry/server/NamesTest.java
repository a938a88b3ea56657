package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and texts that PostgreSQL does not take are the sender's fault, and never one of the store. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NamesTest {

    private static final String RECOGNIZE = "/api/v1/recognize";

    private static final String SNAPSHOT = "/v1/plate-reader/";

    private static final String JSON = "application/json";

    private static final String PICTURE = Base64.getEncoder().encodeToString(Photo.png());

    private EmbeddedPostgres database;

    private RunningServer server;

    @BeforeAll
    void start() throws Exception {
        database = EmbeddedPostgres.builder().start();
        server = RunningServer.with(
                Fakes.finding(Fakes.PLATE),
                Fakes.reading("AB1234", 0.9),
                Map.of(
                        "database.url", database.getJdbcUrl("postgres", "postgres"),
                        "database.user", "postgres",
                        "database.password", "postgres"));
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        database.close();
    }

    @Test
    void picturesOfSuchCamerasAreRefused() throws Exception {
        assertThatRefused(server.post(RECOGNIZE + "?camera=%00", "image/png", Photo.png()));
        assertThatRefused(
                server.post(RECOGNIZE, JSON, "{\"camera\":\"a\\u0000b\",\"image\":\"%s\"}".formatted(PICTURE)));
        assertThatRefused(server.post(
                RECOGNIZE, new Form().field("camera", "x".repeat(256)).file("image", "a.png", Photo.png())));

        HttpResponse<String> snapshot =
                server.post(SNAPSHOT, JSON, "{\"camera_id\":\"a\\u0000b\",\"upload\":\"%s\"}".formatted(PICTURE));
        assertThat(snapshot.statusCode()).as(snapshot.body()).isEqualTo(400);
        assertThat(snapshot.body()).startsWith("{\"detail\":\"'camera_id' must");
    }

    /** Of letters that take three bytes and are all different, so that an index cannot make them shorter. */
    @Test
    void theLongestNameIsKept() throws Exception {
        var name = new StringBuilder();
        for (int i = 0; i < 255; i++) {
            name.append((char) (0x4E00 + i));
        }

        HttpResponse<String> response = server.post(
                RECOGNIZE, new Form().field("camera", name.toString()).file("a", "a.png", Photo.png()));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(server.get("/api/v1/reads").body()).contains("\"camera\":\"" + name + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reads?camera=%00",
                "/api/v1/reads?source=a%00",
                "/api/v1/reads?region=%00a",
                "/api/v1/sightings?camera=%00",
                "/api/v1/statistics?camera=%00",
                "/api/v1/reviews/queue?camera=%00",
                "/history?camera=%00",
                "/statistics?camera=%00",
                "/review?camera=%00"
            })
    void nothingIsLookedForByThem(String address) throws Exception {
        HttpResponse<String> response = server.get(address);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    }

    @Test
    void aCorrectionIsKeptWithoutWhatCannotBePrinted() throws Exception {
        HttpResponse<String> response = server.post(RECOGNIZE, "image/png", Photo.png());
        long read = RunningServer.json(response).at("/plates/0/readId").asLong();

        HttpResponse<String> review = server.post(
                "/api/v1/reviews",
                JSON,
                "{\"read\":%d,\"verdict\":\"corrected\",\"text\":\"\\u0000ab 12\"}".formatted(read));

        assertThat(review.statusCode()).as(review.body()).isEqualTo(201);
        assertThat(RunningServer.json(review).path("text").asText()).isEqualTo("AB 12");
    }

    private static void assertThatRefused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":{\"code\":\"INVALID_REQUEST\"");
    }
}
