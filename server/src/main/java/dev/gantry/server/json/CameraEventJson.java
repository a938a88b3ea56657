package dev.gantry.server.json;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the event log tells of a camera.
 *
 * @param state online, stalled or offline
 * @param reason why, in plain words; null while it is online
 * @param since ISO 8601 in UTC with milliseconds
 */
public record CameraEventJson(
        String camera, String state, @Nullable String reason, String since) {

    public static CameraEventJson of(String camera, String state, @Nullable String reason, Instant since) {
        return new CameraEventJson(camera, state, reason, Rounded.time(since));
    }
}
