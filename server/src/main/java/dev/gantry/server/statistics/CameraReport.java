package dev.gantry.server.statistics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How well a camera sees.
 *
 * @param camera its name; null for reads of no camera
 * @param plates how many different texts
 * @param confidence of its reads, in steps of {@link #CONFIDENCE_STEP}
 * @param width of its plates, px, in steps of {@link #WIDTH_STEP}
 * @param misses candidates that became no read, by reason
 */
public record CameraReport(
        @Nullable String camera,
        long reads,
        long plates,
        Histogram confidence,
        Histogram width,
        SortedMap<String, Long> misses) {

    public static final double CONFIDENCE_STEP = 0.05;

    public static final double WIDTH_STEP = 10;

    public CameraReport {
        misses = Collections.unmodifiableSortedMap(new TreeMap<>(misses));
    }

    /** Candidates that became no read. */
    public long missed() {
        return misses.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Share of the plates in front of it that were read; not a number when there were none. */
    public double hitRate() {
        return (double) reads / (reads + missed());
    }
}
