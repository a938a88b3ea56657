package dev.gantry.server.camera.managed;

import dev.gantry.server.sighting.Sighting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera is at the moment.
 *
 * @param reason why it is not online, in plain words; null while it is
 * @param since when this state began
 * @param framesPerSecond that come, over the last seconds
 * @param analysedPerSecond of those, how many were looked at for plates
 * @param dropped frames that nobody had time for, since the camera was started
 * @param width of the last frame, px; 0 before the first one
 * @param height of it
 * @param plateWidthMedian of the last plates, px; null before the first one
 * @param lastSighting null before the first one
 * @param log the last lines that ffmpeg wrote, without secrets
 */
public record CameraStatus(
        CameraState state,
        @Nullable String reason,
        Instant since,
        double framesPerSecond,
        double analysedPerSecond,
        long dropped,
        int width,
        int height,
        @Nullable Double plateWidthMedian,
        @Nullable Sighting lastSighting,
        List<String> log) {

    public CameraStatus {
        log = List.copyOf(log);
    }
}
