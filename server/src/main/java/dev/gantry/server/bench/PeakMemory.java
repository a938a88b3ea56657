package dev.gantry.server.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The largest resident memory that a process has had, as Linux keeps it (VmHWM). */
final class PeakMemory {

    private static final double KIB_PER_MIB = 1024;

    private PeakMemory() {}

    /** In MiB; null when the process has ended or the system does not tell. */
    static @Nullable Double of(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(null);
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
