package dev.gantry.server.camera;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A live HLS stream on loopback: an ffmpeg child writes playlist and pieces of two seconds into a folder, which is served. */
public final class HlsStream implements AutoCloseable {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final String PLAYLIST = "live.m3u8";

    private final Path folder;
    private final Process encoder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public HlsStream(Path folder, int framesPerSecond) throws IOException, VideoException {
        this.folder = Files.createDirectories(folder);
        encoder = encoder(folder, framesPerSecond);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    private static Process encoder(Path folder, int framesPerSecond) throws IOException, VideoException {
        FfmpegProgram program = TestClips.program();
        var command = new ArrayList<>(List.of(program.path(), "-nostdin", "-loglevel", "error", "-re"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=320x240:rate=" + framesPerSecond));
        command.addAll(List.of("-c:v", program.encoder(), "-pix_fmt", "yuv420p", "-g", "" + 2 * framesPerSecond));
        command.addAll(List.of("-f", "hls", "-hls_time", "2", "-hls_list_size", "6"));
        command.addAll(List.of(
                "-hls_flags", "delete_segments", folder.resolve(PLAYLIST).toString()));
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public String address() {
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), PLAYLIST);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file =
                    folder.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
            if (!Files.exists(file)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(OK, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        encoder.destroyForcibly();
        encoder.onExit().join(); // or it would write into a folder that is being deleted
        server.stop(0);
        threads.close();
    }
}
