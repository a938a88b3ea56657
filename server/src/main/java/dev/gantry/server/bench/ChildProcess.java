package dev.gantry.server.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts this very program anew, with {@code recognize} and one picture. */
public final class ChildProcess implements StartUp.Probe {

    private static final double NANOS_PER_MS = 1e6;
    private static final int POLL_MS = 2;

    private final String mainClass;

    /**
     * @param mainClass the program's main class
     */
    public ChildProcess(String mainClass) {
        this.mainClass = mainClass;
    }

    @Override
    public StartUp run(Path picture, List<String> options) {
        try {
            return watch(command(picture, options));
        } catch (IOException e) {
            throw new BenchException("No second process can be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.");
        }
    }

    private static StartUp watch(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        var process = new ProcessBuilder(command).start();
        var memory = new MemoryWatch(process);
        Thread.ofVirtual().start(memory);
        try (var answers = process.inputReader(StandardCharsets.UTF_8);
                var errors = process.errorReader(StandardCharsets.UTF_8)) {
            String answer = answers.readLine();
            double elapsed = (System.nanoTime() - start) / NANOS_PER_MS;
            if (answer == null) {
                throw new BenchException("A second process gave no answer: " + errors.readAllAsString());
            }
            process.waitFor();
            return new StartUp(elapsed, memory.peakMiB);
        } finally {
            process.destroy();
        }
    }

    /** The same Java with the same options: caches for a faster start are in use there if they are here. */
    private List<String> command(Path picture, List<String> options) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(runtime.getInputArguments());
        command.addAll(List.of("-cp", runtime.getClassPath(), mainClass, "recognize", picture.toString()));
        command.addAll(options);
        return command;
    }

    /** Looks at the process's peak again and again, since it cannot be asked once the process has ended. */
    private static final class MemoryWatch implements Runnable {
        private final Process process;
        private volatile @Nullable Double peakMiB;

        MemoryWatch(Process process) {
            this.process = process;
        }

        @Override
        public void run() {
            try {
                do {
                    Double peak = PeakMemory.of(process.toHandle());
                    if (peak != null) { // null once it has ended
                        peakMiB = peak;
                    }
                } while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
