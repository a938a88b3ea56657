package dev.gantry.server;

import dev.gantry.server.RenderedPhotos.Photo;
import dev.gantry.server.settings.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A server for the tests in a browser, with a client that sends photos. */
record Site(Gantry gantry) implements AutoCloseable {

    /** Every page but those of single reads. */
    static final List<String> PAGES = List.of(
            "/live",
            "/history",
            "/review",
            "/statistics",
            "/cameras",
            "/cameras/new",
            "/try",
            "/system",
            "/api",
            "/nothing-here");

    private static final int FILL_SENDERS = 4;
    private static final int FILL_DOCUMENT = 100;
    private static final int FILL_CAMERAS = 5;
    private static final long FILL_STEP_MS = 60_000;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** With the models that Gantry ships, and whole pictures kept. */
    static Site shipped(Path folder) {
        return start(folder, 0, null);
    }

    /**
     * One that reads the same text in every picture, at once.
     *
     * @param port 0 for any
     */
    static Site reading(String text, Path folder, int port) {
        return start(folder, port, text);
    }

    private static Site start(Path folder, int port, @Nullable String text) {
        var set = new HashMap<>(Map.of("data.folder", folder.toString(), "port", String.valueOf(port)));
        if (text == null) {
            set.put("history.pictures", "all");
        }
        Settings settings = RunningServer.settings(set);
        Gantry gantry = Gantry.listen(
                settings,
                () -> text == null
                        ? LoadedModels.load(settings)
                        : RunningServer.models(Fakes.finding(Fakes.PLATE), Fakes.reading(text, 0.9), settings));
        gantry.awaitModels();
        return new Site(gantry);
    }

    int port() {
        return gantry.port();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Sends a photo as a camera would, and waits for the answer. */
    void send(Photo photo, String camera) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(at("/api/v1/recognize?camera=" + camera))
                        .header("Content-Type", "image/jpeg")
                        .POST(BodyPublishers.ofByteArray(photo.jpeg()))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    /**
     * Posts reads as another system does, so many each second, and waits until all are stored.
     *
     * @return how many
     */
    int post(int perSecond, int seconds) throws Exception {
        long start = System.nanoTime();
        int count = perSecond * seconds;
        for (int i = 0; i < count; i++) {
            long wait = start + i * 1_000_000_000L / perSecond - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(Duration.ofNanos(wait));
            }
            postDocument("{\"plate\":\"AB%04d\",\"camera\":\"gate\"}".formatted(i));
        }
        return count;
    }

    /** Posts so many reads of the last weeks as fast as they are stored, many in a document. */
    void fill(int count) throws Exception {
        long now = System.currentTimeMillis();
        try (var senders = Executors.newFixedThreadPool(FILL_SENDERS)) {
            var answers = IntStream.range(0, count / FILL_DOCUMENT)
                    .mapToObj(document -> senders.submit(() -> {
                        String results = IntStream.range(0, FILL_DOCUMENT)
                                .mapToObj(i -> "{\"plate\":\"K%06d\",\"confidence\":90}"
                                        .formatted(document * FILL_DOCUMENT + i))
                                .collect(Collectors.joining(","));
                        postDocument("{\"data_type\":\"alpr_results\",\"epoch_time\":%d,\"camera_id\":%d,\"results\":[%s]}"
                                .formatted(now - document * FILL_STEP_MS, document % FILL_CAMERAS, results));
                        return document;
                    }))
                    .toList();
            for (var answer : answers) {
                answer.get();
            }
        }
    }

    private void postDocument(String json) throws Exception {
        var answer = CLIENT.send(
                HttpRequest.newBuilder(at("/alpr_data"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.body());
        }
    }

    @Override
    public void close() {
        gantry.close();
    }
}
