package dev.gantry.server.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** Tells video files by the ending of their name. */
public final class VideoFiles {

    private static final Set<String> ENDINGS = Set.of(
            "mp4", "m4v", "mov", "mkv", "webm", "avi", "ts", "m2ts", "mts", "mpg", "mpeg", "flv", "wmv", "asf", "3gp",
            "mjpeg", "mjpg", "h264", "264", "h265", "265", "hevc", "dav", "ogv");

    private VideoFiles() {}

    public static boolean isVideo(Path file) {
        String name = file.toString();
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
