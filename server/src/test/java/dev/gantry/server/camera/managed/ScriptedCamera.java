package dev.gantry.server.camera.managed;

import dev.gantry.server.camera.Connections;
import dev.gantry.server.camera.FrameJpeg;
import dev.gantry.server.camera.TestClips;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A camera on loopback that serves MJPEG at {@code /stream} and single pictures at {@code /picture.jpg}, and fails in many ways. */
final class ScriptedCamera implements AutoCloseable {

    /** What it does with whoever asks. */
    enum Mode {
        /** Ten frames a second, each brighter than the one before. */
        SERVE,
        /** Nobody listens at its port. */
        REFUSE,
        /** Takes connections and never answers. */
        HANG,
        /** Sends a frame's first half and no more. */
        HALF_A_FRAME,
        /** Sends bytes that mean nothing. */
        GARBAGE,
        /** Sends some frames, then ends properly. */
        END,
        /** Sends some frames, then nothing more. */
        FREEZE,
        /** The password is wrong. */
        UNAUTHORIZED
    }

    private static final String BOUNDARY = "b";

    private static final int SOME_FRAMES = 5;

    private final int port;
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger pictures = new AtomicInteger();
    private final AtomicInteger brightness = new AtomicInteger();
    private volatile Mode mode = Mode.SERVE;
    private volatile int width = 160;
    private volatile @Nullable ServerSocket server;
    private volatile boolean closed;
    private volatile String lastAuthorization = "";

    /** Asks for digest authentication when it is not null. */
    private volatile @Nullable String challenge;

    ScriptedCamera() throws IOException {
        var first = listen(0);
        port = first.getLocalPort();
    }

    private ServerSocket listen(int wanted) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 50);
        server = socket;
        Connections.serve(socket, this::serve);
        return socket;
    }

    /** Connections that are open stay as they are, as in the real world; only a port that refuses cuts them off. */
    void become(Mode next) throws IOException {
        Mode before = mode;
        mode = next;
        ServerSocket listening = server;
        if (next == Mode.REFUSE && listening != null) {
            listening.close();
        } else if (before == Mode.REFUSE && next != Mode.REFUSE) {
            listen(port);
        }
    }

    void setWidth(int pixels) {
        width = pixels;
    }

    void setChallenge(String text) {
        challenge = text;
    }

    /** How often it was asked for what is at that path. */
    int connections(String path) {
        return (path.equals("/stream") ? streams : pictures).get();
    }

    String lastAuthorization() {
        return lastAuthorization;
    }

    String stream() {
        return "http://127.0.0.1:" + port + "/stream";
    }

    String picture() {
        return "http://127.0.0.1:" + port + "/picture.jpg";
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            boolean authorized = challenge == null;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("authorization:")) {
                    lastAuthorization = line.substring(14).strip();
                    authorized |= lastAuthorization.startsWith("Digest");
                }
            }
            if (request == null) {
                return;
            }
            (request.contains("/stream") ? streams : pictures).incrementAndGet();
            if (mode == Mode.UNAUTHORIZED || !authorized) {
                String asks = challenge == null ? "Basic realm=\"cam\"" : challenge;
                send(
                        client,
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                                .formatted(asks));
            } else if (request.contains("/picture.jpg")) {
                picture(client);
            } else {
                stream(client);
            }
        } catch (IOException _) { // it has hung up
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void picture(Socket client) throws IOException, InterruptedException {
        byte[] jpeg = frame();
        switch (mode) {
            case SERVE, END, FREEZE, UNAUTHORIZED -> send(client, head(jpeg.length), jpeg, jpeg.length);
            case HANG, REFUSE -> hang(client, Mode.HANG);
            case HALF_A_FRAME -> {
                send(client, head(jpeg.length), jpeg, jpeg.length / 2);
                hang(client, Mode.HALF_A_FRAME);
            }
            case GARBAGE -> send(client, head(garbage().length), garbage(), garbage().length);
        }
    }

    private static String head(int length) {
        return "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                .formatted(length);
    }

    private void stream(Socket client) throws IOException, InterruptedException {
        Mode asked = mode;
        if (asked == Mode.HANG) {
            hang(client, asked);
            return;
        }
        send(
                client,
                "HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace;boundary=%s\r\n\r\n".formatted(BOUNDARY));
        for (int i = 0; !closed; i++) {
            Mode now = mode;
            if (now == Mode.REFUSE || (now == Mode.END && i >= SOME_FRAMES)) {
                return;
            }
            if (now == Mode.HANG || (now == Mode.FREEZE && i >= SOME_FRAMES)) {
                hang(client, now);
                return;
            }
            byte[] jpeg = now == Mode.GARBAGE ? garbage() : frame();
            String part = now == Mode.GARBAGE
                    ? ""
                    : "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n".formatted(BOUNDARY, jpeg.length);
            if (now == Mode.HALF_A_FRAME && i > 0) {
                send(client, part, jpeg, jpeg.length / 2);
                hang(client, now);
                return;
            }
            send(client, part, jpeg, jpeg.length);
            if (now != Mode.GARBAGE) {
                send(client, "\r\n");
            }
            Thread.sleep(100);
        }
    }

    /** Until the mode has changed and the client has gone, or all is over. */
    private void hang(Socket client, Mode hanging) throws InterruptedException {
        while (!closed && !client.isClosed()) {
            Thread.sleep(50);
            if (mode != hanging && mode != Mode.SERVE) {
                return;
            }
        }
    }

    private byte[] frame() {
        int w = width;
        return FrameJpeg.of(TestClips.gray(w, w * 3 / 4, 20 + brightness.addAndGet(7) % 200), FrameJpeg.TO_WATCH);
    }

    private static byte[] garbage() {
        var bytes = new byte[5_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static void send(Socket client, String text) throws IOException {
        send(client, text, new byte[0], 0);
    }

    private static void send(Socket client, String text, byte[] bytes, int length) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes, 0, length);
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        ServerSocket listening = server;
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
