package dev.gantry.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came in by other systems' interfaces is in the history, once, and tells where it came from. */
class RememberedUploadsTest {

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Client {
        void send(RunningServer server) throws Exception;
    }

    /** All that the folder's history has by then. */
    private List<PlateRead> readsAfter(WhitePlate detector, Client client) throws Exception {
        try (var server = RunningServer.with(detector, Fakes.reading("AB123", 0.9), settings())) {
            client.send(server);
        }
        var reads = new ArrayList<PlateRead>();
        try (var store = Store.open(StoreOptions.in(folder), () -> {})) {
            store.history().forEach(ReadFilter.ALL, reads::add);
        }
        return reads;
    }

    private Map<String, String> settings() {
        return Map.of("data.folder", folder.toString(), "fetch.enabled", "true", "fetch.allow", "127.0.0.0/8");
    }

    private static Form form(String field) {
        return new Form().file(field, "car.png", WhitePlate.photo(150, 91, 24, 16));
    }

    @Test
    void aPlateThatTwoCellsShowIsRememberedOnceInThePicturesPixels() throws Exception {
        var reads = readsAfter(
                new WhitePlate(200),
                server -> server.post("/v1/vision/alpr", form("upload").field("grid_size", "2")));

        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.text()).isEqualTo("AB123");
            assertThat(read.box()).isEqualTo(new Box(150, 91, 24, 16));
            assertThat(Objects.requireNonNull(read.corners()).topLeft().x()).isEqualTo(150);
            assertThat(read.source().dialect()).isEqualTo("codeproject");
            assertThat(read.source().client()).isEqualTo("127.0.0.1");
            assertThat(read.strip()).isNotNull();
        });
    }

    @Test
    void aPlateThatIsNotSureEnoughForTheClientIsRememberedAllTheSame() throws Exception {
        var reads = readsAfter(
                new WhitePlate(Photo.WIDTH),
                server -> server.post("/v1/vision/alpr", form("upload").field("min_confidence", "0.99")));

        assertThat(reads).hasSize(1);
    }

    /** As the page Try it asks, when it reads a photo again for another answer. */
    @Test
    void whatIsOnlyTriedIsNotRemembered() throws Exception {
        Map<String, String> fields = Map.of(
                "/v1/vision/alpr", "upload",
                "/v1/plate-reader/", "upload",
                "/v2/recognize", "image",
                "/api/v1/recognize", "image",
                "/recognize", "image",
                "/upload-camera-image", "image",
                "/", "file");
        for (var one : fields.entrySet()) {
            Form form = new Form().file(one.getValue(), "car.png", "image/png", WhitePlate.photo(150, 91, 24, 16));
            var reads = readsAfter(new WhitePlate(Photo.WIDTH), server -> {
                var body = BodyPublishers.ofByteArray(form.bytes());
                var answer = server.send(
                        server.request(one.getKey(), form.contentType(), body).header("X-Gantry-Keep", "no"));
                assertThat(answer.statusCode()).as(one.getKey()).isBetween(200, 201);
            });

            assertThat(reads).as(one.getKey()).isEmpty();
        }
    }

    @Test
    void whatIsOnlyTriedIsNotRememberedWhenItComesFromAnAddress() throws Exception {
        try (var pictures = new PictureServer(WhitePlate.photo(150, 91, 24, 16))) {
            String url = URLEncoder.encode(pictures.url("/car.png"), UTF_8);
            Map<String, String> fields = Map.of(
                    "/v2/recognize_url?country=gb&image_url=" + url, "", "/v1/plate-reader/", "upload_url=" + url);
            int kept = 0;
            for (var one : fields.entrySet()) {
                for (boolean keep : new boolean[] {false, true}) {
                    kept += keep ? 1 : 0;
                    var reads = readsAfter(new WhitePlate(Photo.WIDTH), server -> {
                        var body = BodyPublishers.ofString(one.getValue());
                        var answer = server.send(server.request(one.getKey(), "application/x-www-form-urlencoded", body)
                                .header("X-Gantry-Keep", keep ? "yes" : "no"));
                        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
                    });

                    assertThat(reads).as(one.getKey()).hasSize(kept);
                }
            }
        }
    }

    @Test
    void aPictureOfCellsIsNotRemembered() throws Exception {
        var reads = readsAfter(
                new WhitePlate(Photo.WIDTH), server -> server.post("/v1/vision/alpr_grid_debug", form("upload")));

        assertThat(reads).isEmpty();
    }

    @Test
    void theCameraOfAPlateRecognizerClientIsRemembered() throws Exception {
        var reads = readsAfter(
                new WhitePlate(Photo.WIDTH),
                server -> server.post("/v1/plate-reader/", form("upload").field("camera_id", "gate")));

        assertThat(reads).singleElement().satisfies(read -> {
            assertThat(read.source().dialect()).isEqualTo("platerecognizer");
            assertThat(read.source().camera()).isEqualTo("gate");
        });
    }

    @Test
    void anOpenAlprClientsPlateIsRemembered() throws Exception {
        var reads = readsAfter(new WhitePlate(Photo.WIDTH), server -> server.post("/v2/recognize", form("image")));

        assertThat(reads)
                .singleElement()
                .satisfies(read -> assertThat(read.source().dialect()).isEqualTo("openalpr-cloud"));
    }
}
