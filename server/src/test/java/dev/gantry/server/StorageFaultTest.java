package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What every interface answers when the history cannot be written: 503 in its own words, and no plate. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StorageFaultTest {

    private static final String PLATE = "AB1234CD";

    private RunningServer server;

    @BeforeAll
    void startAndTakeTheTablesAway(@TempDir Path folder) throws Exception {
        server = RunningServer.with(
                Fakes.finding(Fakes.PLATE), Fakes.reading(PLATE, 0.97), Map.of("data.folder", folder.toString()));
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gantry.sqlite"));
                var statement = database.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("DROP TABLE plate_read");
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void gantry() throws Exception {
        assertNotStored(
                server.post("/api/v1/recognize", "image/jpeg", Photo.jpeg()), "{\"error\":{\"code\":\"NOT_STORED\"");
    }

    @Test
    void flaskAlpr() throws Exception {
        var form = new Form().file("image", "car.jpg", "image/jpeg", Photo.jpeg());

        assertNotStored(server.post("/upload-camera-image", form), "{\"message\":\"");
        assertNotStored(server.get("/check-licence-plate/" + PLATE + "/2020-12-01"), "{\"message\":\"");
    }

    @Test
    void alprFlaskApi() throws Exception {
        var form = new Form().file("image", "car.jpg", Photo.jpeg());

        assertNotStored(server.post("/recognize", form), "{\"bbox\":null,\"code\":5,");
    }

    @Test
    void codeProject() throws Exception {
        var form = new Form().file("upload", "car.jpg", Photo.jpeg());

        assertNotStored(server.post("/v1/vision/alpr", form), "{\"success\":false,");
        assertNotStored(server.post("/v1/vision/detection", form), "{\"success\":false,");
    }

    @Test
    void vrpdr() throws Exception {
        assertNotStored(server.post("/", new Form().file("file", "car.jpg", Photo.jpeg())), "{\"error\":\"");
    }

    @Test
    void plateRecognizer() throws Exception {
        var form = new Form().file("upload", "car.jpg", Photo.jpeg());

        assertNotStored(server.post("/v1/plate-reader/", form), "{\"detail\":\"");
    }

    @Test
    void openAlprCloud() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(Photo.jpeg());
        var form = new Form().file("image", "car.jpg", Photo.jpeg());

        assertNotStored(server.post("/v2/recognize", form), "{\"error\":\"");
        assertNotStored(server.post("/v2/recognize_bytes", "", base64), "{\"error\":\"");
    }

    @Test
    void openAlprHub() throws Exception {
        String read = "{\"plate\":\"" + PLATE + "\"}";

        assertNotStored(server.post("/alpr_data", "application/json", read), "{\"status\":\"fail\",");
        assertNotStored(server.post("/publish", "application/json", read), "{\"status\":\"fail\",");
    }

    @Test
    void pages() throws Exception {
        for (String path : new String[] {"/live", "/history", "/review", "/statistics", "/reads/1"}) {
            HttpResponse<String> page = server.visit(path);

            assertThat(page.statusCode()).as(path).isEqualTo(503);
            assertThat(page.body())
                    .contains("<h1>The history cannot be used now</h1>")
                    .doesNotContain("SQL", "Exception");
            assertThat(page.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    private static void assertNotStored(HttpResponse<String> response, String start) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
        assertThat(response.body()).startsWith(start).doesNotContain(PLATE, "SQL", "plate_read", "Exception");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }
}
