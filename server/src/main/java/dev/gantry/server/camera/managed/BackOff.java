package dev.gantry.server.camera.managed;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a source is tried again. For one thread. */
final class BackOff {

    /** Up to so much of a pause is left out by chance: cameras that went down together do not come back in step. */
    private static final double JITTER = 0.2;

    private final Timings timings;
    private final RandomGenerator random;
    private int failures;

    BackOff(Timings timings, RandomGenerator random) {
        this.timings = timings;
        this.random = random;
    }

    /** It has worked for a while. */
    void reset() {
        failures = 0;
    }

    /** The next pause: twice as long as the one before, up to the longest. */
    Duration next() {
        int doublings = Math.min(failures++, 20); // then it is long beyond the longest
        double millis = Math.min(
                (double) timings.longestRetry().toMillis(), timings.firstRetry().toMillis() * Math.pow(2, doublings));
        return Duration.ofMillis(Math.round(millis * (1 - JITTER * random.nextDouble())));
    }
}
