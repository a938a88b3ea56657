package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients get when there is more to do than can be done, and that it is good again afterwards. */
@Timeout(120)
class OverloadTest {

    private static final String PATH = "/api/v1/recognize";
    private static final Form PHOTO = new Form().file("image", "car.jpg", Photo.jpeg());
    private static final Map<String, String> ONE_WORKS_ONE_WAITS =
            Map.of("limits.workers", "1", "limits.queue", "1", "limits.timeout", "10m");

    private final Fakes.HoldingDetector detector = new Fakes.HoldingDetector();

    @Test
    void refusesWhatDoesNotFitIntoTheQueueAndRecovers() throws Exception {
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), ONE_WORKS_ONE_WAITS)) {
            var working = server.postAsync(PATH, PHOTO);
            detector.awaitArrival();
            var waiting = server.postAsync(PATH, PHOTO);
            server.awaitMetric("gantry_queue_depth", 1);

            assertThatRefused(server.post(PATH, PHOTO), "\"code\":\"OVERLOADED\"");
            assertThatRefused(server.post("/recognize", PHOTO), "\"code\":8");

            detector.letGo();
            assertThat(working.join().statusCode()).isEqualTo(200);
            assertThat(waiting.join().statusCode()).isEqualTo(200);
            assertThat(server.post(PATH, PHOTO).statusCode()).isEqualTo(200);
            assertThat(server.metric("gantry_pictures_total{outcome=\"overloaded\"}"))
                    .isEqualTo(2);
        }
    }

    @Test
    void skipsAPictureWhoseClientHasHungUp() throws Exception {
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), ONE_WORKS_ONE_WAITS)) {
            var working = server.postAsync(PATH, PHOTO);
            detector.awaitArrival();
            try (Socket impatient = server.connect()) {
                send(impatient);
                server.awaitMetric("gantry_queue_depth", 1);
            }
            server.awaitMetric("gantry_pictures_total{outcome=\"abandoned\"}", 1);

            detector.letGo();
            assertThat(working.join().statusCode()).isEqualTo(200);
            assertThat(detector.calls()).isEqualTo(1);
        }
    }

    @Test
    void answersTheNextRequestOfAClientThatDoesNotWaitForTheFirstAnswer() throws Exception {
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), ONE_WORKS_ONE_WAITS);
                Socket pipelining = server.connect()) {
            send(pipelining);
            detector.awaitArrival();
            var second = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            pipelining.getOutputStream().write(second.getBytes(StandardCharsets.US_ASCII));
            try (Socket impatient = server.connect()) {
                send(impatient);
                server.awaitMetric("gantry_queue_depth", 1);
            }
            // Until this one's hanging up is noticed, the server has looked after the other one as well.
            server.awaitMetric("gantry_pictures_total{outcome=\"abandoned\"}", 1);
            detector.letGo();

            var answers = new String(pipelining.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers).contains("\"text\":\"AB1234\"").contains("\"models_loaded\":true");
        }
    }

    @Test
    void givesUpAPictureThatTakesTooLong() throws Exception {
        var quick = Map.of("limits.workers", "1", "limits.timeout", "100ms");
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), quick)) {
            assertThatRefused(server.post(PATH, PHOTO), "\"code\":\"TIMED_OUT\"");
            assertThatRefused(server.post("/recognize", PHOTO), "\"code\":8");
            detector.letGo();
        }
    }

    @Test
    void refusesUploadsBeyondTheMemoryForThem() throws Exception {
        var little = Map.of("limits.uploadMemory", "1MiB");
        detector.letGo();
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), little)) {
            assertThatRefused(server.post(PATH, "image/png", new byte[2 << 20]), "\"code\":\"OVERLOADED\"");
            assertThat(server.post(PATH, PHOTO).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void countsTheMemoryOfAPictureUntilItsWorkerIsDoneWithIt() throws Exception {
        var little = Map.of("limits.uploadMemory", "1MiB", "limits.workers", "1", "limits.timeout", "100ms");
        byte[] padded = Arrays.copyOf(Photo.jpeg(), 700 << 10); // a JPEG may be followed by anything
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), little)) {
            assertThatRefused(server.post(PATH, "image/jpeg", padded), "\"code\":\"TIMED_OUT\"");
            assertThatRefused(server.post(PATH, "image/jpeg", padded), "\"code\":\"OVERLOADED\"");

            detector.letGo();
            while (server.post(PATH, "image/jpeg", padded).statusCode() != 200) {
                Thread.onSpinWait(); // until the worker has noticed
            }
        }
    }

    @Test
    void countsTheMemoryOfAPictureThatWasFetchedAsWell() throws Exception {
        var little = Map.of(
                "limits.uploadMemory", "1MiB",
                "limits.workers", "1",
                "limits.timeout", "100ms",
                "fetch.enabled", "true",
                "fetch.allow", "127.0.0.0/8");
        byte[] padded = Arrays.copyOf(Photo.jpeg(), 700 << 10);
        try (var pictures = new PictureServer(padded);
                var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), little)) {
            String path = "/v2/recognize_url?secret_key=x&country=gb&image_url="
                    + URLEncoder.encode(pictures.url("/car.jpg"), StandardCharsets.UTF_8);
            assertThat(server.post(path, new Form()).body()).contains("took too long");
            assertThat(server.post(path, new Form()).body()).contains("Too many pictures are being uploaded");

            detector.letGo();
            while (server.post(path, new Form()).statusCode() != 200) {
                Thread.onSpinWait(); // until the worker has noticed
            }
        }
    }

    @Test
    void countsWhatAFormsFileAndBase64AreCopiedTo() throws Exception {
        var little = Map.of("limits.uploadMemory", "1MiB");
        byte[] padded = Arrays.copyOf(Photo.jpeg(), 700 << 10);
        String json = "{\"image\":\"%s\"}".formatted(Base64.getEncoder().encodeToString(padded));
        detector.letGo();
        try (var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9), little)) {
            assertThat(server.post(PATH, "image/jpeg", padded).statusCode()).isEqualTo(200);
            assertThatRefused(server.post(PATH, new Form().file("image", "a.jpg", padded)), "\"code\":\"OVERLOADED\"");
            assertThatRefused(server.post(PATH, "application/json", json), "\"code\":\"OVERLOADED\"");
            assertThat(server.post(PATH, PHOTO).statusCode()).isEqualTo(200); // all of it was given back
        }
    }

    @Test
    void tellsClientsToComeBackWhileTheModelsAreLoaded() throws Exception {
        try (var server = RunningServer.loading(new CompletableFuture<>())) {
            assertThatRefused(server.post(PATH, PHOTO), "\"code\":\"NOT_READY\"");
        }
    }

    private static void send(Socket client) throws IOException {
        byte[] body = Photo.jpeg();
        var head = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n"
                .formatted(PATH, body.length);
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
    }

    private static void assertThatRefused(HttpResponse<String> response, String code) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(response.body()).contains(code);
    }
}
