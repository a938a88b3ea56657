package dev.gantry.server.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A video that ffmpeg can open, and how. */
public sealed interface VideoInput {

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

    /** A camera or stream on the network: RTSP, or HTTP with MJPEG or HLS. */
    record OfNetwork(String address) implements VideoInput {

        /** Silence for so long is a failure, microseconds. */
        private static final String TIMEOUT = "5000000";

        @Override
        public String name() {
            return address.replaceFirst("//[^/@]*@", "//");
        }

        @Override
        public boolean isLive() {
            return true;
        }

        @Override
        public List<String> arguments() {
            return address.startsWith("rtsp")
                    ? List.of(
                            "-rtsp_transport",
                            "tcp",
                            "-timeout",
                            TIMEOUT,
                            "-use_wallclock_as_timestamps",
                            "1",
                            "-i",
                            address)
                    : List.of("-rw_timeout", TIMEOUT, "-use_wallclock_as_timestamps", "1", "-i", address);
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
            return new OfNetwork(source);
        }
        return lower.startsWith("/dev/video") ? new OfDevice(Path.of(source)) : new OfFile(Path.of(source));
    }
}
