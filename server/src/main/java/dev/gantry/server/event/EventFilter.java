package dev.gantry.server.event;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.json.ReadJson;
import org.jspecify.annotations.Nullable;

/**
 * Which reads a follower wants to hear of; null asks for all.
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
}
