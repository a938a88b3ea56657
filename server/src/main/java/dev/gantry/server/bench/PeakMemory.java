package dev.gantry.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The largest resident memory that a process has had, as Linux keeps it (VmHWM). */
final class PeakMemory {

    private static final double KIB_PER_MIB = 1024;

    private PeakMemory() {}

    /** In MiB; empty when the process has ended or the system does not tell. */
    static OptionalDouble of(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return OptionalDouble.empty();
        }
    }
}
