package dev.gantry.server.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which reads are wanted; null asks for all.
 *
 * @param from the earliest time, itself included
 * @param until the time before which they were seen
 * @param camera the camera's name, exactly
 * @param dialect the interface that they came in by
 * @param region issuing country or state; a country includes its states
 * @param minConfidence the least confidence, 0 to 1
 * @param plate which plates
 */
public record ReadFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String camera,
        @Nullable String dialect,
        @Nullable String region,
        @Nullable Double minConfidence,
        @Nullable PlateSearch plate) {

    public static final ReadFilter ALL = new ReadFilter(null, null, null, null, null, null, null);
}
