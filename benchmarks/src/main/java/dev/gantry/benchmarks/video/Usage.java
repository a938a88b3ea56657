package dev.gantry.benchmarks.video;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What this process and its ffmpeg children use. The children's time is looked up now and then, since it is gone with them. */
final class Usage implements AutoCloseable {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** For children that end soon. */
    static final Duration OFTEN = Duration.ofMillis(100);

    /** A look goes through all of the machine's processes: to do so often would cost more than an idle camera. */
    static final Duration SELDOM = Duration.ofSeconds(1);

    private final Duration period;

    private final Map<Long, Duration> children = new ConcurrentHashMap<>();
    private final long started = System.nanoTime();
    private final long startedOwn = PROCESS.getProcessCpuTime();
    private final Thread watch;

    /** @param period from one look at the children to the next */
    Usage(Duration period) {
        this.period = period;
        watch = Thread.ofPlatform().daemon().start(this::watch);
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(period);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        ProcessHandle.current()
                .children()
                .forEach(child -> child.info()
                        .totalCpuDuration()
                        .ifPresent(time -> children.merge(child.pid(), time, (a, b) -> a.compareTo(b) > 0 ? a : b)));
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    double ownSeconds() {
        return (PROCESS.getProcessCpuTime() - startedOwn) / 1e9;
    }

    double childSeconds() {
        return children.values().stream()
                .mapToDouble(time -> time.toNanos() / 1e9)
                .sum();
    }

    static double load() {
        return PROCESS.getSystemLoadAverage();
    }

    /** Resident memory, threads and open files of this process, as Linux tells them. */
    static String resources() throws IOException {
        String memory = "";
        String threads = "";
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            memory = line.startsWith("VmRSS:") ? line.substring(6).strip() : memory;
            threads = line.startsWith("Threads:") ? line.substring(8).strip() : threads;
        }
        try (var files = Files.list(Path.of("/proc/self/fd"))) {
            return "RSS %s, %s threads, %d open files, %d children"
                    .formatted(
                            memory,
                            threads,
                            files.count(),
                            ProcessHandle.current().children().count());
        }
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
