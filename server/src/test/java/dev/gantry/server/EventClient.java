package dev.gantry.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client of Server-Sent Events that sees every line. */
final class EventClient implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private EventClient(HttpRequest request) throws IOException, InterruptedException {
        response = client.send(request, BodyHandlers.ofInputStream());
        lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Returns when the server has answered with its headers. */
    static EventClient open(URI uri, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new EventClient(request.build());
    }

    HttpResponse<InputStream> response() {
        return response;
    }

    /** The lines up to the next empty one; empty at the end of the stream. */
    Optional<String> frame() throws IOException {
        var frame = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return Optional.of(frame.toString());
            }
            frame.append(line).append('\n');
        }
        return Optional.empty();
    }

    /** The next frame that is no comment. */
    String event() throws IOException {
        while (true) {
            String frame = frame().orElseThrow(() -> new IOException("the stream has ended"));
            if (!frame.startsWith(":")) {
                return frame;
            }
        }
    }

    /** What follows {@code data: } in the next event. */
    String data() throws IOException {
        String event = event();
        return event.substring(event.indexOf("data: ") + "data: ".length()).strip();
    }

    @Override
    public void close() throws IOException {
        lines.close();
        client.shutdownNow();
    }
}
