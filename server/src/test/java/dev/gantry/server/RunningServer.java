package dev.gantry.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.PlateRecognizer;
import dev.gantry.detect.PlateDetector;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.read.PlateReader;
import dev.gantry.server.json.Json;
import dev.gantry.server.settings.Settings;
import dev.gantry.server.settings.SettingsSources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A server on a free port, and a client for it. */
final class RunningServer implements AutoCloseable {

    private final Gantry gantry;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningServer(Gantry gantry) {
        this.gantry = gantry;
        this.port = gantry.port();
    }

    static RunningServer with(PlateDetector detector, PlateReader reader) {
        return with(detector, reader, Map.of());
    }

    static RunningServer with(PlateDetector detector, PlateReader reader, Map<String, String> settings) {
        Settings checked = settings(settings);
        var gantry = Gantry.listen(checked, () -> models(detector, reader, checked));
        gantry.awaitModels();
        return new RunningServer(gantry);
    }

    /** A server whose models are not there yet; they are complete when the future is. */
    static RunningServer loading(CompletableFuture<LoadedModels> models) {
        return new RunningServer(Gantry.listen(settings(Map.of()), models::join));
    }

    static LoadedModels models(PlateDetector detector, PlateReader reader, Settings settings) {
        return LoadedModels.of(
                new StandardImageDecoder(settings.picture()),
                PlateRecognizer.of(detector, reader, settings.recognition()));
    }

    static Settings settings(Map<String, String> settings) {
        var flags = new HashMap<>(settings);
        flags.putIfAbsent("port", "0");
        flags.putIfAbsent("data.folder", temporaryFolder().toString());
        return Settings.load(new SettingsSources(Path.of("no-such-directory"), Optional.empty(), Map.of(), flags));
    }

    /** Deleted when the tests are over. */
    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("gantry-test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Gantry gantry() {
        return gantry;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    /** As a browser asks. */
    HttpResponse<String> visit(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    HttpResponse<String> post(String path, Form form) throws Exception {
        return post(path, form.contentType(), form.bytes());
    }

    HttpResponse<String> post(String path, String contentType, byte[] body) throws Exception {
        return send(request(path, contentType, BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> post(String path, String contentType, String body) throws Exception {
        return post(path, contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path, Form form) {
        return client.sendAsync(
                request(path, form.contentType(), BodyPublishers.ofByteArray(form.bytes()))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        ApiContract.SHIPPED.check(response);
        return response;
    }

    HttpRequest.Builder request(String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(uri(path)).POST(body);
        return contentType.isEmpty() ? request : request.header("Content-Type", contentType);
    }

    /** A bare connection, for requests that no proper client would send. */
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** The value of a line of {@code /metrics} that begins with the given name and labels; 0 when there is none. */
    double metric(String start) throws Exception {
        return get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(start + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(0);
    }

    /** Asks for the figure again and again until it has the given value. */
    void awaitMetric(String start, double value) throws Exception {
        while (metric(start) != value) {
            Thread.onSpinWait();
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }

    @Override
    public void close() {
        client.close();
        gantry.close();
    }
}
