package dev.gantry.server.camera.managed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Whether a source is there at all, as far as that costs next to nothing to find out. */
final class Presence {

    private static final int RTSP = 554;
    private static final int RTSPS = 322;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private Presence() {}

    /**
     * Of a host that takes connections, or of something that exists. Names may be looked up for longer than is waited here.
     *
     * @param longest that a host may take to answer
     */
    static boolean of(CameraSource source, Duration longest) {
        return switch (source) {
            case CameraSource.Stream(var address) -> answers(address, longest);
            case CameraSource.Snapshots snapshots -> answers(snapshots.address(), longest);
            case CameraSource.VideoFile video -> Files.exists(video.file());
            case CameraSource.Device(var device) -> Files.exists(device);
            case CameraSource.Folder pictures -> Files.isDirectory(pictures.folder());
        };
    }

    /** A name may stand for several addresses, of which a camera need not use the first. */
    private static boolean answers(URI address, Duration longest) {
        try {
            return Arrays.stream(InetAddress.getAllByName(address.getHost()))
                    .anyMatch(host -> answers(new InetSocketAddress(host, port(address)), longest));
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean answers(InetSocketAddress place, Duration longest) {
        try (var socket = new Socket()) {
            socket.connect(place, Math.toIntExact(longest.toMillis()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "rtsp" -> RTSP;
            case "rtsps" -> RTSPS;
            case "https" -> HTTPS;
            default -> HTTP;
        };
    }
}
