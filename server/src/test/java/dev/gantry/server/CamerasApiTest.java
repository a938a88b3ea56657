package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CamerasApiTest {

    private static final String CAMERAS = "/api/v1/cameras";

    /** Nobody listens there. */
    private static final String NOWHERE = "http://me:hush@127.0.0.1:1/shot.jpg?token=quiet";

    private RunningServer server;

    @BeforeAll
    void start() {
        server = RunningServer.with(Fakes.finding(), Fakes.reading("", 0));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void camerasAreSetUpChangedAndTakenAwayAndTellNoSecrets() throws Exception {
        var added = post("", "{\"name\":\"Main gate\",\"source\":\"%s\"}".formatted(NOWHERE));
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(added.headers().firstValue("Location")).hasValue(CAMERAS + "/main-gate");

        JsonNode listed = RunningServer.json(server.get(CAMERAS)).path("cameras");
        assertThat(listed.valueStream().map(camera -> camera.path("id").asText()))
                .contains("main-gate");
        JsonNode one = RunningServer.json(server.get(CAMERAS + "/main-gate"));
        assertThat(one.path("editable").asBoolean()).isTrue();
        assertThat(one.path("hasCredentials").asBoolean()).isTrue();
        assertThat(one.at("/status/state").asText()).isEqualTo("offline");

        var changed = put("/main-gate", one.toString().replace("Main gate", "Side gate"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(RunningServer.json(changed).path("name").asText()).isEqualTo("Side gate");
        assertThat(RunningServer.json(changed).path("hasCredentials").asBoolean())
                .isTrue();
        for (HttpResponse<String> answer : List.of(added, changed, server.get(CAMERAS))) {
            assertThat(answer.body()).doesNotContain("hush", "quiet", "me:");
        }

        assertThat(delete("/main-gate").statusCode()).isEqualTo(204);
        assertThat(delete("/main-gate").statusCode()).isEqualTo(404);
        assertThat(server.get(CAMERAS + "/main-gate").statusCode()).isEqualTo(404);
        assertThat(put("/main-gate", "{\"source\":\"rtsp://h/1\"}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsWrongIsTold() throws Exception {
        assertThat(error(post("", "nonsense"))).contains("JSON object");
        assertThat(error(post("", "[]"))).contains("JSON object");
        assertThat(error(post("", "{\"id\":\"x\"}"))).contains("'source' is missing");
        assertThat(error(post("", "{\"id\":\"x\",\"source\":\"/etc/a.mp4\"}"))).contains("video.folders");
        assertThat(error(post("/test", "{\"source\":\"rtsp://h/\",\"fps\":0}"))).contains("'fps'");
    }

    @Test
    void aCameraWithoutAPictureSaysSo() throws Exception {
        post("", "{\"id\":\"dark\",\"source\":\"%s\",\"enabled\":false}".formatted(NOWHERE));

        assertThat(server.get(CAMERAS + "/dark/snapshot").statusCode()).isEqualTo(503);
        assertThat(server.get(CAMERAS + "/none/snapshot").statusCode()).isEqualTo(404);
        assertThat(server.get(CAMERAS + "/none/stream").statusCode()).isEqualTo(404);
        assertThat(RunningServer.json(server.get(CAMERAS + "/dark/rejections")).path("hours"))
                .isEmpty();
        assertThat(RunningServer.json(server.get(CAMERAS + "/dark"))
                        .at("/status/reason")
                        .asText())
                .contains("switched off");
    }

    @Test
    void aTrialTellsWhyThereIsNoPicture() throws Exception {
        JsonNode tried = RunningServer.json(post("/test", "{\"source\":\"%s\"}".formatted(NOWHERE)));

        assertThat(tried.path("ok").asBoolean()).isFalse();
        assertThat(tried.path("reason").asText()).contains("cannot be reached");
    }

    @Test
    void sightingsAreAnsweredWhileThereAreNone() throws Exception {
        assertThat(RunningServer.json(server.get("/api/v1/sightings")).path("sightings"))
                .isEmpty();
        assertThat(server.get("/api/v1/sightings/1").statusCode()).isEqualTo(404);
        assertThat(error(server.get("/api/v1/sightings?source=x"))).contains("There is no parameter 'source'");
        assertThat(error(server.get("/api/v1/sightings?cursor=x"))).contains("'cursor'");
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return server.post(CAMERAS + path, "application/json", json);
    }

    private HttpResponse<String> put(String path, String json) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri(CAMERAS + path)).PUT(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> delete(String path) throws Exception {
        return server.send(HttpRequest.newBuilder(server.uri(CAMERAS + path)).DELETE());
    }

    private static String error(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).isEqualTo(400);
        return RunningServer.json(response).at("/error/message").asText();
    }
}
