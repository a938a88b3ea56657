package dev.gantry.server.evaluate;

import java.util.Arrays;
import java.util.Collection;

/** Percentiles by nearest rank: always a value that occurred. */
public final class Percentiles {

    private static final double HUNDRED = 100;

    private final double[] sorted;

    private Percentiles(double[] sorted) {
        this.sorted = sorted;
    }

    public static Percentiles of(Collection<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /**
     * The least value that {@code percent} of the values do not exceed; NaN without values.
     *
     * @param percent above 0, up to 100
     */
    public double at(double percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / HUNDRED * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1];
    }
}
