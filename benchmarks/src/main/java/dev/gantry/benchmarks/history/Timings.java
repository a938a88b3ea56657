package dev.gantry.benchmarks.history;

import java.util.Arrays;
import java.util.Locale;

/** Times of the same kind of work. */
record Timings(String name, double[] ms) {

    private static final double NANOS_PER_MS = 1e6;

    /** Work that is done again and again; what it returns is only counted. */
    @FunctionalInterface
    interface Work {
        int run();
    }

    static Timings of(String name, int warmUp, int runs, Work work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        var ms = new double[runs];
        long found = 0;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            found += work.run();
            ms[i] = (System.nanoTime() - start) / NANOS_PER_MS;
        }
        Arrays.sort(ms);
        return new Timings("%s (%.1f found)".formatted(name, (double) found / runs), ms);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-58s p50 %8.2f  p95 %8.2f  p99 %8.2f  max %8.2f ms",
                name,
                at(0.5),
                at(0.95),
                at(0.99),
                ms[ms.length - 1]);
    }

    private double at(double share) {
        return ms[(int) Math.min(ms.length - 1, share * ms.length)];
    }
}
