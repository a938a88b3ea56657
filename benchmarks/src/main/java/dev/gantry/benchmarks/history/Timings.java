package dev.gantry.benchmarks.history;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * Times of the same kind of work, ms.
 *
 * @param elapsed by the clock, sorted; on a busy machine mostly waiting for a processor
 * @param processor of the calling thread, sorted: what the work would take on an idle machine, the disk left out
 */
record Timings(String name, double[] elapsed, double[] processor) {

    private static final double NANOS_PER_MS = 1e6;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Work that is done again and again; what it returns is only counted. */
    @FunctionalInterface
    interface Work {
        int run();
    }

    static Timings of(String name, int warmUp, int runs, Work work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        var elapsed = new double[runs];
        var processor = new double[runs];
        long found = 0;
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            long startProcessor = THREADS.getCurrentThreadCpuTime();
            found += work.run();
            processor[i] = (THREADS.getCurrentThreadCpuTime() - startProcessor) / NANOS_PER_MS;
            elapsed[i] = (System.nanoTime() - start) / NANOS_PER_MS;
        }
        Arrays.sort(elapsed);
        Arrays.sort(processor);
        return new Timings("%s (%.1f found)".formatted(name, (double) found / runs), elapsed, processor);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-52s elapsed p50 %7.2f p95 %7.2f max %7.2f  processor p50 %7.2f p95 %7.2f max %7.2f ms",
                name,
                at(elapsed, 0.5),
                at(elapsed, 0.95),
                elapsed[elapsed.length - 1],
                at(processor, 0.5),
                at(processor, 0.95),
                processor[processor.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
