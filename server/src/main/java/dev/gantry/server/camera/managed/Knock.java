package dev.gantry.server.camera.managed;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Looks every now and then whether a source that was away is there again. It does so in a thread of its own: a name that cannot
 * be looked up may take longer than whoever ends the camera wants to wait. For one thread.
 */
final class Knock {

    private final CameraSource source;
    private final Duration period;
    private @Nullable CompletableFuture<Boolean> underWay;
    private long next = System.nanoTime();

    /** @param period from one look to the next, and the longest that a look waits for an answer */
    Knock(CameraSource source, Duration period) {
        this.source = source;
        this.period = period;
    }

    /** Whether the source is there. Ask often: this never waits, but tells what was found since. */
    boolean isAnswered() {
        long now = System.nanoTime();
        if (underWay == null && now - next >= 0) {
            next = now + period.toNanos();
            underWay = CompletableFuture.supplyAsync(() -> Presence.of(source, period), Thread::startVirtualThread);
        }
        if (underWay == null || !underWay.isDone()) {
            return false;
        }
        boolean there = underWay.join();
        underWay = null;
        return there;
    }
}
