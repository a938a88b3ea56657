package dev.gantry.server.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far confidences are from the share that is right. The readings are sorted by confidence and cut into bins of equal
 * size. (M. Naeini and others, "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015; bins of equal size
 * instead of equal width, as most confidences are near 1.)
 *
 * @param bins from the least confident on; none without readings
 */
public record Calibration(List<Bin> bins) {

    private static final int MOST_BINS = 10;

    /** Fewer readings in a bin say little about the share that is right. */
    private static final int LEAST_IN_BIN = 10;

    /**
     * Readings of about the same confidence.
     *
     * @param count how many
     * @param confidence their mean confidence, 0 to 1
     * @param right the share of them that is right, 0 to 1
     */
    public record Bin(int count, double confidence, double right) {}

    /** One reading: how sure it was, and whether it was right. */
    record Reading(double confidence, boolean right) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    static Calibration of(List<Reading> readings) {
        var sorted = readings.stream()
                .sorted(Comparator.comparingDouble(Reading::confidence))
                .toList();
        int count = Math.clamp(sorted.size() / LEAST_IN_BIN, 1, MOST_BINS);
        var bins = new ArrayList<Bin>();
        int start = 0;
        for (int i = 1; i <= count; i++) {
            int end = endOfTie(sorted, Math.max(start, sorted.size() * i / count));
            if (end > start) {
                bins.add(bin(sorted.subList(start, end)));
            }
            start = end;
        }
        return new Calibration(bins);
    }

    private static Bin bin(List<Reading> readings) {
        double confidence =
                readings.stream().mapToDouble(Reading::confidence).average().orElseThrow();
        long right = readings.stream().filter(Reading::right).count();
        return new Bin(readings.size(), confidence, (double) right / readings.size());
    }

    /**
     * Expected calibration error: the mean over the bins of |share right - mean confidence|, weighted by size. 0 (a confidence
     * of 95 % means 95 % right) to 1; NaN without readings.
     */
    public double error() {
        double sum = 0;
        int readings = 0;
        for (Bin bin : bins) {
            sum += bin.count * Math.abs(bin.confidence - bin.right);
            readings += bin.count;
        }
        return sum / readings;
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
