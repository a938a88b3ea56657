package dev.gantry.server.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A video that ffmpeg can open, and how. */
public sealed interface VideoInput {

    /** A camera that sends nothing for so long has failed. */
    Duration SILENCE = Duration.ofSeconds(5);

    /** How it is called in messages, without secrets. */
    String name();

    /** Whether frames come by themselves, so that the newest one counts. */
    boolean isLive();

    /** What ffmpeg is told, up to and including {@code -i}. */
    List<String> arguments();

    /** A file; all its frames count. */
    record OfFile(Path file) implements VideoInput {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public boolean isLive() {
            return false;
        }

        /** A playlist in disguise must not make ffmpeg open addresses; a colon in a name must not look like one. */
        @Override
        public List<String> arguments() {
            return List.of("-protocol_whitelist", "file", "-i", "file:" + file);
        }
    }

    /**
     * A camera or stream on the network: RTSP, or HTTP with MJPEG or HLS.
     *
     * @param silence silence for so long is a failure
     */
    record OfNetwork(String address, Duration silence) implements VideoInput {

        /** How long a stream may be looked at until its first frame comes, microseconds. */
        private static final String LONGEST_PROBE = "2000000";

        /** A playlist's pieces come whole, with many frames at once: their own times count, and their own speed. */
        private static final List<String> AT_ITS_SPEED = List.of("-re");

        /** Many cameras' times are nonsense, and their frames come as they are taken. */
        private static final List<String> AS_IT_COMES = List.of("-use_wallclock_as_timestamps", "1");

        /** What a playlist may lead to: never to files of this machine. */
        private static final String PROTOCOLS = "http,https,tcp,tls,crypto,httpproxy,data";

        @Override
        public String name() {
            return SecretText.masked(address);
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public List<String> arguments() {
            String timeout = Long.toString(silence.toNanos() / 1_000);
            var live = List.of("-analyzeduration", LONGEST_PROBE, "-i", address);
            var times = isPlaylist() ? AT_ITS_SPEED : AS_IT_COMES;
            var own = address.startsWith("rtsp")
                    ? List.of("-rtsp_transport", "tcp", "-timeout", timeout)
                    : List.of("-rw_timeout", timeout, "-protocol_whitelist", PROTOCOLS);
            return Stream.of(own, times, live).flatMap(List::stream).toList();
        }

        private boolean isPlaylist() {
            return address.matches("(?i)https?://[^?#]*\\.m3u8?([?#].*)?");
        }
    }

    /** A video file that is played again and again at its own speed, as if it were live. */
    record OfLoop(Path file) implements VideoInput {
        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public List<String> arguments() {
            var loop = List.of("-re", "-stream_loop", "-1");
            return Stream.concat(loop.stream(), new OfFile(file).arguments().stream())
                    .toList();
        }
    }

    /** A camera at this machine, through Video4Linux. */
    record OfDevice(Path device) implements VideoInput {
        @Override
        public String name() {
            return device.toString();
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public List<String> arguments() {
            return List.of("-f", "v4l2", "-use_wallclock_as_timestamps", "1", "-i", device.toString());
        }
    }

    /** By what it looks like: {@code rtsp://} or {@code http://} addresses, {@code /dev/video0}, anything else is a file. */
    static VideoInput of(String source) {
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.matches("(rtsps?|https?)://.*")) {
            return new OfNetwork(source, SILENCE);
        }
        return lower.startsWith("/dev/video") ? new OfDevice(Path.of(source)) : new OfFile(Path.of(source));
    }
}
