package dev.gantry.server.statistics;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How many values lie in each bin of equal width, the first one beginning at 0.
 *
 * @param step width of a bin
 * @param counts values of each bin, from the first to the last that has any
 */
public record Histogram(double step, long[] counts) {

    public Histogram {
        counts = counts.clone();
    }

    @Override
    public long[] counts() {
        return counts.clone();
    }

    /**
     * @param byBin values by the number of their bin
     * @param most highest number of a bin; what lies beyond counts there
     */
    public static Histogram of(double step, Map<Integer, Long> byBin, int most) {
        var sorted = new TreeMap<Integer, Long>();
        byBin.forEach((bin, count) -> sorted.merge(Math.clamp(bin, 0, most), count, Long::sum));
        var counts = new long[sorted.isEmpty() ? 0 : sorted.lastKey() + 1];
        sorted.forEach((bin, count) -> counts[bin] = count);
        return new Histogram(step, counts);
    }

    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** The value in the middle, as if those of a bin were spread evenly; empty when there are none. */
    public OptionalDouble median() {
        double half = total() / 2.0;
        long below = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0 && below + counts[bin] >= half) {
                return OptionalDouble.of((bin + (half - below) / counts[bin]) * step);
            }
            below += counts[bin];
        }
        return OptionalDouble.empty();
    }
}
