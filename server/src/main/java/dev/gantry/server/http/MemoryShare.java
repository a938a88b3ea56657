package dev.gantry.server.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one picture takes of the {@link UploadMemory}. It is given back when all have let go: the thread that serves the
 * request, and every worker that was given the picture.
 */
public final class MemoryShare {

    private final UploadMemory memory;
    private final AtomicInteger holders = new AtomicInteger(1);
    private long taken;

    /** Held by whoever makes it. */
    public MemoryShare(UploadMemory memory) {
        this.memory = memory;
    }

    /**
     * Takes more; to be called by the thread that serves the request.
     *
     * @throws RequestException when there is not so much left
     */
    public void take(long bytes) {
        memory.take(bytes);
        taken += bytes;
    }

    /** @return to be run once, by a worker that has let go */
    public Runnable hold() {
        holders.incrementAndGet();
        return this::letGo;
    }

    /** To be called once, by whoever made it. */
    public void letGo() {
        if (holders.decrementAndGet() == 0) {
            memory.giveBack(taken);
        }
    }
}
