package dev.gantry.server.evaluate;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Expected calibration error: how far confidences are from the share that is right. The readings are sorted by confidence
 * and cut into bins of equal size; the error is the mean over the bins of |share right - mean confidence|, weighted by size.
 * (M. Naeini and others, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015; bins of equal size instead
 * of equal width, as most confidences are near 1.)
 */
final class Calibration {

    private static final int MOST_BINS = 10;

    /** Fewer readings in a bin say little about the share that is right. */
    private static final int LEAST_IN_BIN = 10;

    /** One reading: how sure it was, and whether it was right. */
    record Reading(double confidence, boolean right) {}

    private Calibration() {}

    /** The error, 0 (a confidence of 95 % means 95 % right) to 1; empty without readings. */
    static OptionalDouble error(List<Reading> readings) {
        if (readings.isEmpty()) {
            return OptionalDouble.empty();
        }
        var sorted = readings.stream()
                .sorted(Comparator.comparingDouble(Reading::confidence))
                .toList();
        int bins = Math.clamp(sorted.size() / LEAST_IN_BIN, 1, MOST_BINS);
        double error = 0;
        int start = 0;
        for (int bin = 1; bin <= bins; bin++) {
            int end = endOfTie(sorted, Math.max(start, sorted.size() * bin / bins));
            double surplus = 0;
            for (Reading reading : sorted.subList(start, end)) {
                surplus += reading.confidence() - (reading.right() ? 1 : 0);
            }
            error += Math.abs(surplus);
            start = end;
        }
        return OptionalDouble.of(error / sorted.size());
    }

    /** Readings of the same confidence stay in one bin, so that their order does not matter. */
    private static int endOfTie(List<Reading> sorted, int end) {
        int after = end;
        while (after > 0
                && after < sorted.size()
                && sorted.get(after).confidence() == sorted.get(after - 1).confidence()) {
            after++;
        }
        return after;
    }
}
