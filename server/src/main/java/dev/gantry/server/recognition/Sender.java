package dev.gantry.server.recognition;

/** Whoever sent a picture and waits for its answer. */
@FunctionalInterface
public interface Sender {

    /** Whether the answer is no longer wanted; asked now and then by the thread that waits for it. */
    boolean hasHungUp();

    /** Whether it only wants to see what would be read: nothing of it is to be remembered. */
    default boolean onlyTries() {
        return false;
    }

    /**
     * Keeps counting the picture's memory, since a worker that has begun holds it even when nobody waits any more.
     *
     * @return to be run once, when the worker is done with it
     */
    default Runnable hold() {
        return () -> {};
    }
}
