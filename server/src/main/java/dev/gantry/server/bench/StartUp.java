package dev.gantry.server.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a new process takes to answer.
 *
 * @param firstAnswerMs from starting the process to the plates of one picture, ms
 * @param peakMiB the process's largest resident memory, MiB; null when the system does not tell
 */
public record StartUp(double firstAnswerMs, @Nullable Double peakMiB) {

    /** Starts a process that recognises one picture. */
    @FunctionalInterface
    public interface Probe {

        /**
         * @param options further options for recognising, such as the models
         * @throws BenchException when the process gives no answer
         */
        StartUp run(Path picture, List<String> options);
    }
}
