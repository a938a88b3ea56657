package dev.gantry.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the figures were measured on.
 *
 * @param cpu the processor's name, empty when the system does not tell it
 * @param loadAverage runnable processes over the last minute before the run, below 0 when unknown: on a busy machine the
 *     figures mean little
 */
public record Machine(int processors, String cpu, String java, String system, double loadAverage) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    public static Machine current() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                processorName(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                system.getSystemLoadAverage());
    }

    private static String processorName() {
        try (var lines = Files.lines(CPU_INFO, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return ""; // not Linux
        }
    }
}
