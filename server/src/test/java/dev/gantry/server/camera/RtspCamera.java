package dev.gantry.server.camera;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * An RTSP camera on loopback that sends over TCP alone: an ffmpeg child encodes a moving test picture and packs it into RTP, and
 * whoever plays gets these packets interleaved in the connection.
 */
public final class RtspCamera implements AutoCloseable {

    /** What a camera may encode with; of H.264 and MJPEG ffmpeg makes quite different packets. */
    public enum Codec {
        H264,
        MJPEG
    }

    private static final int LARGEST_PACKET = 65_536;

    /** A whole picture comes in one burst. */
    private static final int RECEIVE_BUFFER = 4 << 20;

    private static final byte[] END = new byte[0];

    private final RtspLogin login;
    private final ServerSocket server;
    private final DatagramSocket packets;
    private final Process encoder;
    private final String description;
    private final List<BlockingQueue<byte[]>> players = new CopyOnWriteArrayList<>();
    private final List<String> transports = new CopyOnWriteArrayList<>();
    private volatile boolean frozen;

    public RtspCamera(Codec codec, RtspLogin login) throws IOException, VideoException {
        this.login = login;
        server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        packets = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        packets.setReceiveBufferSize(RECEIVE_BUFFER);
        encoder = encoder(codec, packets.getLocalPort());
        var told = new BufferedReader(new InputStreamReader(encoder.getInputStream(), StandardCharsets.US_ASCII));
        description = sessionDescription(told);
        Thread.ofVirtual().start(this::relay);
        Connections.serve(server, this::serve);
    }

    private static Process encoder(Codec codec, int port) throws IOException, VideoException {
        FfmpegProgram program = TestClips.program();
        var command = new ArrayList<>(List.of(program.path(), "-nostdin", "-loglevel", "error", "-re"));
        command.addAll(List.of("-f", "lavfi", "-i", "testsrc=size=320x240:rate=10"));
        command.addAll(
                switch (codec) {
                    case H264 -> List.of("-c:v", program.encoder(), "-pix_fmt", "yuv420p", "-g", "10");
                    case MJPEG -> List.of("-c:v", "mjpeg", "-huffman", "default", "-pix_fmt", "yuvj420p");
                });
        command.addAll(List.of("-f", "rtp", "rtp://127.0.0.1:%d?pkt_size=1400".formatted(port)));
        return new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** What ffmpeg prints at its start, with the media's control line, which it leaves out. */
    private static String sessionDescription(BufferedReader told) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = told.readLine(); line != null && !line.isEmpty(); line = told.readLine()) {
            if (!line.startsWith("SDP:")) {
                lines.add(line);
            }
        }
        lines.add("a=control:track1");
        return lines.stream().collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Its address, without the login. */
    public String address() {
        return "rtsp://127.0.0.1:%d/live".formatted(server.getLocalPort());
    }

    /** Says no more, and keeps its connections; or goes on. */
    public void freeze(boolean now) {
        frozen = now;
    }

    /** Ends all that is being played, orderly. */
    public void hangUp() {
        players.forEach(player -> player.add(END));
    }

    /** What clients wanted to get their packets by. */
    public List<String> transports() {
        return List.copyOf(transports);
    }

    private void relay() {
        var packet = new DatagramPacket(new byte[LARGEST_PACKET], LARGEST_PACKET);
        try {
            while (true) {
                packets.receive(packet);
                byte[] bytes = Arrays.copyOf(packet.getData(), packet.getLength());
                if (!frozen) {
                    players.forEach(player -> player.add(bytes));
                }
            }
        } catch (IOException _) { // it is over
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var out = new DataOutputStream(client.getOutputStream());
            for (String request = in.readLine(); request != null; request = in.readLine()) {
                var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
                for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                    String[] parts = line.split(": *", 2);
                    headers.put(parts[0], parts.length < 2 ? "" : parts[1]);
                }
                String method = request.split(" ")[0];
                answer(out, method, headers);
                if (method.equals("PLAY")) {
                    play(out);
                    return;
                }
            }
        } catch (IOException _) { // the client has hung up
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(DataOutputStream out, String method, Map<String, String> headers) throws IOException {
        String number = "CSeq: " + headers.getOrDefault("CSeq", "0") + "\r\n";
        if (!method.equals("OPTIONS") && !login.admits(method, headers.getOrDefault("Authorization", ""))) {
            send(out, "401 Unauthorized", number + "WWW-Authenticate: " + login.challenge() + "\r\n", "");
            return;
        }
        String transport = headers.getOrDefault("Transport", "");
        switch (method) {
            case "OPTIONS" -> send(out, "200 OK", number + "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n", "");
            case "DESCRIBE" -> {
                String type = "Content-Type: application/sdp\r\nContent-Base: " + address() + "/\r\n";
                send(out, "200 OK", number + type, description);
            }
            case "SETUP" -> {
                transports.add(transport);
                boolean overTcp = transport.contains("RTP/AVP/TCP");
                String session = "Session: 1;timeout=60\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n";
                send(out, overTcp ? "200 OK" : "461 Unsupported Transport", number + (overTcp ? session : ""), "");
            }
            default -> send(out, "200 OK", number + "Session: 1\r\n", "");
        }
    }

    private static void send(DataOutputStream out, String status, String headers, String body) throws IOException {
        String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
        out.write(("RTSP/1.0 " + status + "\r\n" + headers + length + "\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Each packet with its channel and length in front. */
    private void play(DataOutputStream out) throws IOException, InterruptedException {
        var mine = new LinkedBlockingQueue<byte[]>();
        players.add(mine);
        try {
            for (byte[] packet = mine.take(); packet != END; packet = mine.take()) {
                out.writeByte('$');
                out.writeByte(0);
                out.writeShort(packet.length);
                out.write(packet);
                out.flush();
            }
        } finally {
            players.remove(mine);
        }
    }

    @Override
    public void close() {
        encoder.destroyForcibly();
        packets.close();
        hangUp();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
