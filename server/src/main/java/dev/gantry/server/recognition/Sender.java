package dev.gantry.server.recognition;

/** Whoever sent a picture and waits for its answer. */
@FunctionalInterface
public interface Sender {

    /** Whether the answer is no longer wanted; asked now and then by the thread that waits for it. */
    boolean hasHungUp();

    /**
     * Keeps counting the picture's memory, since a worker that has begun holds it even when nobody waits any more.
     *
     * @return to be run once, when the worker is done with it
     */
    default Runnable hold() {
        return () -> {};
    }
}
