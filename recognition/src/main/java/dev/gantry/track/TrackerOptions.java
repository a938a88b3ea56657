package dev.gantry.track;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a passing vehicle. Start with {@link #defaults()} and change what differs.
 *
 * @param include only plates whose middle lies in one of these zones count; empty for the whole picture
 * @param exclude plates whose middle lies in one of these do not count
 * @param minPlateHeight least height of a plate, px
 * @param maxPlateHeight largest height of a plate, px
 * @param minConfidence least probability that the fused text is right for a vehicle to be reported at all, 0 to 1
 * @param earlyConfidence the probability from which a vehicle is reported while it is still in view, 0 to 1
 * @param earlyReads least number of reads for that, 1 or more
 * @param gap time within which a vehicle that comes back continues its sighting
 * @param line vehicles that cross it go in or out; null for none
 */
public record TrackerOptions(
        List<Zone> include,
        List<Zone> exclude,
        double minPlateHeight,
        double maxPlateHeight,
        double minConfidence,
        double earlyConfidence,
        int earlyReads,
        Duration gap,
        @Nullable Line line) {

    /** A text that is more likely wrong than right is no sighting. */
    private static final double MIN_CONFIDENCE = 0.5;

    private static final double EARLY_CONFIDENCE = 0.9;
    private static final int EARLY_READS = 3;
    private static final Duration GAP = Duration.ofSeconds(45);

    private static final TrackerOptions DEFAULTS = new TrackerOptions(
            List.of(),
            List.of(),
            0,
            Double.POSITIVE_INFINITY,
            MIN_CONFIDENCE,
            EARLY_CONFIDENCE,
            EARLY_READS,
            GAP,
            null);

    public TrackerOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        if (!(minPlateHeight >= 0 && maxPlateHeight >= minPlateHeight)) {
            throw new IllegalArgumentException(
                    "plates cannot be " + minPlateHeight + " to " + maxPlateHeight + " px high");
        }
        share("minConfidence", minConfidence);
        share("earlyConfidence", earlyConfidence);
        if (earlyReads < 1) {
            throw new IllegalArgumentException("earlyReads is " + earlyReads + "; it must be 1 or more");
        }
        if (gap.isNegative()) {
            throw new IllegalArgumentException("gap is " + gap + "; it must not be negative");
        }
    }

    /** The whole picture, any size, 45 seconds until a sighting is closed. */
    public static TrackerOptions defaults() {
        return DEFAULTS;
    }

    public TrackerOptions withZones(List<Zone> included, List<Zone> excluded) {
        return new TrackerOptions(
                included,
                excluded,
                minPlateHeight,
                maxPlateHeight,
                minConfidence,
                earlyConfidence,
                earlyReads,
                gap,
                line);
    }

    public TrackerOptions withPlateHeights(double least, double most) {
        return new TrackerOptions(include, exclude, least, most, minConfidence, earlyConfidence, earlyReads, gap, line);
    }

    public TrackerOptions withMinConfidence(double value) {
        return new TrackerOptions(
                include, exclude, minPlateHeight, maxPlateHeight, value, earlyConfidence, earlyReads, gap, line);
    }

    public TrackerOptions withEarly(double confidence, int reads) {
        return new TrackerOptions(
                include, exclude, minPlateHeight, maxPlateHeight, minConfidence, confidence, reads, gap, line);
    }

    public TrackerOptions withGap(Duration value) {
        return new TrackerOptions(
                include,
                exclude,
                minPlateHeight,
                maxPlateHeight,
                minConfidence,
                earlyConfidence,
                earlyReads,
                value,
                line);
    }

    public TrackerOptions withLine(@Nullable Line value) {
        return new TrackerOptions(
                include,
                exclude,
                minPlateHeight,
                maxPlateHeight,
                minConfidence,
                earlyConfidence,
                earlyReads,
                gap,
                value);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be between 0 and 1");
        }
    }
}
