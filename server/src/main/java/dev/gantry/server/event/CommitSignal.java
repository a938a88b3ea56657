package dev.gantry.server.event;

import java.time.Duration;

/**
 * Tells the one who waits that something was committed. It looks every few milliseconds instead of being woken: a thread that
 * is woken may take the place of the one that committed, whose answer then comes later. Safe for use by many threads.
 */
public final class CommitSignal {

    /** What an event may come later by. Looking so often takes about 0.6 % of a core. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    private volatile boolean committed;

    /** Returns at once. */
    public void fire() {
        committed = true;
    }

    /** Returns when something was committed since the last time, or when the time is over. One thread may wait. */
    void await(Duration longest) throws InterruptedException {
        long start = System.nanoTime();
        while (!committed && System.nanoTime() - start < longest.toNanos()) {
            Thread.sleep(PAUSE);
        }
        committed = false;
    }
}
