package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all uploads share, so that many clients together cannot ask for more than there is. Memory is taken as
 * bytes arrive, not as they are announced: a client that only claims to send much holds nothing.
 */
public final class UploadMemory {

    private final long capacity;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param capacity bytes
     */
    public UploadMemory(long capacity) {
        this.capacity = capacity;
    }

    /** Bytes that uploads hold at the moment. */
    public long used() {
        return used.get();
    }

    /**
     * Takes memory that is to be given back.
     *
     * @throws RequestException when there is not so much left
     */
    public void take(long bytes) {
        if (used.addAndGet(bytes) > capacity) {
            used.addAndGet(-bytes);
            throw new RequestException(
                    ErrorCode.OVERLOADED, "Too many pictures are being uploaded; try again in a moment.");
        }
    }

    public void giveBack(long bytes) {
        used.addAndGet(-bytes);
    }
}
