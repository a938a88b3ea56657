package dev.gantry.server.bench;

import java.nio.file.Path;

/**
 * How long a new process takes to answer.
 *
 * @param firstAnswerMs from starting the process to the plates of one picture, ms
 * @param peakMiB the process's largest resident memory, MiB; NaN when the system does not tell
 */
public record StartUp(double firstAnswerMs, double peakMiB) {

    /** Starts a process that recognises one picture. */
    @FunctionalInterface
    public interface Probe {

        /**
         * @throws BenchException when the process gives no answer
         */
        StartUp run(Path picture);
    }
}
