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
 * @param hours at which time of day they were seen
 * @param listed whether a list has an entry for them
 * @param verdict what a person says of them; {@link Verdict#UNDONE} for those of which nobody says anything
 */
public record ReadFilter(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String camera,
        @Nullable String dialect,
        @Nullable String region,
        @Nullable Double minConfidence,
        @Nullable PlateSearch plate,
        @Nullable Hours hours,
        @Nullable Boolean listed,
        @Nullable Verdict verdict) {

    public static final ReadFilter ALL = new ReadFilter(null, null, null, null, null, null, null);

    /** At any time of day, on a list or not, reviewed or not. */
    public ReadFilter(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String camera,
            @Nullable String dialect,
            @Nullable String region,
            @Nullable Double minConfidence,
            @Nullable PlateSearch plate) {
        this(from, until, camera, dialect, region, minConfidence, plate, null, null, null);
    }

    /** The same, of one interface. */
    public ReadFilter ofDialect(String name) {
        return new ReadFilter(from, until, camera, name, region, minConfidence, plate, hours, listed, verdict);
    }
}
