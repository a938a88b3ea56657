package dev.gantry.server.event;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.json.ReadJson;
import org.jspecify.annotations.Nullable;

/**
 * Which events a follower wants to hear of; null asks for all.
 *
 * @param camera the camera's name, exactly
 * @param minConfidence the least confidence, 0 to 1
 * @param plate the whole plate, as its {@link PlateKey}
 */
public record EventFilter(
        @Nullable String camera,
        @Nullable Double minConfidence,
        @Nullable String plate) {

    public boolean matches(ReadJson read) {
        return (camera == null || camera.equals(read.camera()))
                && (minConfidence == null || read.confidence() >= minConfidence)
                && (plate == null || plate.equals(read.plate()));
    }

    /** Events that tell of no read: what they do not have, they are not judged by. */
    public boolean matches(FeedEvent.Subject subject) {
        return (camera == null || subject.camera() == null || camera.equals(subject.camera()))
                && (minConfidence == null || subject.confidence() == null || subject.confidence() >= minConfidence)
                && (plate == null || subject.plate() == null || plate.equals(subject.plate()));
    }
}
