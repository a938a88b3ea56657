package dev.gantry.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Native memory for inputs, used again and again: allocating and clearing 5 MB for each picture costs more than filling it. */
final class InputBuffers {

    /** Kept for as many callers as can make progress at once; others allocate their own and drop it. */
    private static final int MOST_KEPT = Runtime.getRuntime().availableProcessors();

    private final ConcurrentLinkedQueue<FloatBuffer> free = new ConcurrentLinkedQueue<>();
    private final AtomicInteger kept = new AtomicInteger();

    /** A direct buffer with room for exactly {@code count} values, of unknown content. */
    FloatBuffer take(int count) {
        FloatBuffer buffer = free.poll();
        if (buffer != null) {
            kept.decrementAndGet();
            if (buffer.capacity() >= count) {
                return buffer.clear().limit(count);
            }
        }
        return ByteBuffer.allocateDirect(Math.multiplyExact(count, Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    void giveBack(FloatBuffer buffer) {
        if (kept.incrementAndGet() <= MOST_KEPT) {
            free.add(buffer);
        } else {
            kept.decrementAndGet();
        }
    }
}
