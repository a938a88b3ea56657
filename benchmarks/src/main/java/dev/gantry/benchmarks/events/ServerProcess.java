package dev.gantry.benchmarks.events;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code gantry serve} in a process of its own, so that neither its memory nor its garbage is the measuring program's. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "Gantry is ready: ";

    private static final double KIB_PER_MIB = 1024;

    private static final int SECONDS_TO_END = 20;

    private final Process process;
    private final URI address;

    private ServerProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Returns when it is ready.
     *
     * @param heap most memory for its objects, as Java's {@code -Xmx} has it
     * @param settings such as {@code data.folder=...}
     */
    static ServerProcess start(String heap, List<String> settings) throws IOException {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gantry.server.Main",
                "serve",
                "--port",
                "0"));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line;
        var out = process.inputReader(StandardCharsets.UTF_8);
        do {
            line = out.readLine();
            if (line == null) {
                throw new IOException("The server did not start");
            }
        } while (!line.startsWith(READY));
        Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // or it would stop at a full pipe
        return new ServerProcess(
                process, URI.create(line.substring(READY.length()).split(" ")[0]));
    }

    URI uri(String path) {
        return address.resolve(path);
    }

    InetSocketAddress socketAddress() {
        return new InetSocketAddress(address.getHost(), address.getPort());
    }

    /** Memory that it takes of the machine now, MiB. */
    double residentMiB() {
        return status("VmRSS:");
    }

    /** The most that it ever took, MiB. */
    double peakMiB() {
        return status("VmHWM:");
    }

    private double status(String field) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException _) {
            return Double.NaN; // not Linux
        }
    }

    /** Processor time that it has used, s. */
    double processorSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(time -> time.toMillis() / 1e3)
                .orElse(Double.NaN);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
