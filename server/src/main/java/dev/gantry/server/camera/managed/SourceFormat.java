package dev.gantry.server.camera.managed;

import dev.gantry.server.files.VideoFiles;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where a camera's pictures come from; what it is is told by what it looks like. */
final class SourceFormat {

    private static final List<String> STREAMS = List.of("rtsp", "rtsps", "http", "https");

    private static final int LAST_PORT = 65_535;

    private static final double LEAST_INTERVAL = 0.1;

    private static final double MOST_INTERVAL = 3_600;

    private SourceFormat() {}

    /**
     * A source and what its address told of the user.
     *
     * @param source null when it is wrong, which the fields know then
     */
    record Found(@Nullable CameraSource source, Optional<Credentials> credentials) {

        static final Found NOTHING = new Found(null, Optional.empty());
    }

    static Found read(Fields fields) {
        Optional<String> text = fields.text("source");
        double interval = fields.number("interval", LEAST_INTERVAL, MOST_INTERVAL, 0);
        boolean loop = fields.flag("loop", false);
        Optional<String> moveTo = fields.text("moveTo");
        boolean deletes = fields.flag("delete", false);
        if (text.isEmpty() || text.get().isEmpty()) {
            fields.wrong("'source' is missing");
            return Found.NOTHING;
        }
        String source = text.get();
        if (source.toLowerCase(Locale.ROOT).matches("[a-z]{2,10}://.*")) {
            return address(source, interval, fields);
        }
        try {
            return new Found(path(Path.of(source), loop, moveTo.map(Path::of), deletes, fields), Optional.empty());
        } catch (InvalidPathException _) {
            fields.wrong("'source' or 'moveTo' is no path");
            return Found.NOTHING;
        }
    }

    private static Found address(String text, double interval, Fields fields) {
        try {
            URI whole = new URI(text);
            String scheme = whole.getScheme().toLowerCase(Locale.ROOT);
            String user = whole.getRawUserInfo();
            URI address = user == null ? whole : new URI(text.replaceFirst("//[^/@]*@", "//"));
            if (!STREAMS.contains(scheme) || address.getHost() == null) {
                fields.wrong("'source' must be an rtsp:// or http:// address with a host, a path or a device");
                return Found.NOTHING;
            }
            if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
                fields.wrong("the port of 'source' must be 1 to " + LAST_PORT);
                return Found.NOTHING;
            }
            Optional<Credentials> credentials = Optional.ofNullable(user).map(SourceFormat::credentials);
            boolean picture = scheme.startsWith("http")
                    && (interval > 0 || String.valueOf(address.getPath()).matches("(?i).*\\.(jpe?g|png|bmp)"));
            if (interval > 0 && !picture) {
                fields.wrong("'interval' is for pictures over HTTP");
            }
            return new Found(
                    picture
                            ? new CameraSource.Snapshots(
                                    address, Duration.ofMillis(Math.round(1_000 * (interval > 0 ? interval : 1))))
                            : new CameraSource.Stream(address),
                    credentials);
        } catch (URISyntaxException _) { // its message would repeat the password
            fields.wrong("'source' is no proper address; special characters of a password belong into 'password'");
            return Found.NOTHING;
        }
    }

    private static Credentials credentials(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        return new Credentials(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text; // a percent sign that was meant as such
        }
    }

    private static CameraSource path(Path path, boolean loop, Optional<Path> moveTo, boolean deletes, Fields fields) {
        if (path.toString().startsWith("/dev/")) {
            return new CameraSource.Device(path);
        }
        if (VideoFiles.isVideo(path)) {
            return new CameraSource.VideoFile(path, loop);
        }
        if (moveTo.isPresent() == deletes) {
            fields.wrong(
                    "a watched folder needs either 'delete': true or a folder 'moveTo' for pictures that were looked at");
        }
        return new CameraSource.Folder(path, moveTo.orElse(null));
    }
}
