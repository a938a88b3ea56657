package dev.gantry.server.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the one who waits that something was committed. Safe for use by many threads. */
public final class CommitSignal {

    private final Semaphore commits = new Semaphore(0);

    /** Returns at once. */
    public void fire() {
        commits.release();
    }

    /** Returns when something was committed since the last time, or when the time is over. */
    void await(Duration longest) throws InterruptedException {
        if (commits.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            commits.drainPermits();
        }
    }
}
