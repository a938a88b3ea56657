package dev.gantry.server.camera.managed;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How often something has happened in the last seconds. Not safe for use by many threads. */
final class Rate {

    private static final long WINDOW = Duration.ofSeconds(10).toNanos();

    private static final double SECOND = 1e9;

    private final Deque<Long> times = new ArrayDeque<>();

    void happened(long nanos) {
        times.add(nanos);
        forget(nanos);
    }

    private void forget(long now) {
        while (!times.isEmpty() && now - times.getFirst() > WINDOW) {
            times.removeFirst();
        }
    }

    /** In the first seconds, over the time since it happened first. */
    double perSecond(long now) {
        forget(now);
        if (times.isEmpty()) {
            return 0;
        }
        double elapsed = Math.max(SECOND, (double) (now - times.getFirst()));
        return times.size() / (elapsed / SECOND);
    }
}
