package dev.gantry.server.camera.managed;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has set for all cameras.
 *
 * @param defined cameras of the configuration
 * @param ffmpeg the program to use; null for the one that comes along or is on the PATH
 * @param processorShare the part of the machine's processors that all cameras may use together, above 0, at most 1
 * @param viewers clients that may watch live pictures at the same time
 * @param keepFrames whether the whole frame is kept beside a sighting's strip
 * @param rawStrips most small strips of a sighting's raw reads that are kept
 * @param folders where files and folders may be that cameras of the API name
 * @param stored whether cameras of the API are watched here; otherwise another node, with the same database, does it
 */
public record CameraOptions(
        List<CameraDefinition> defined,
        @Nullable String ffmpeg,
        double processorShare,
        int viewers,
        boolean keepFrames,
        int rawStrips,
        List<Path> folders,
        boolean stored) {

    public CameraOptions {
        defined = List.copyOf(defined);
        folders = List.copyOf(folders);
    }
}
