package dev.gantry.server.camera;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Frames in the order of time. For one thread at a time, but any thread may close it, which ends a waiting {@code next}. */
public interface FrameSource extends AutoCloseable {

    /**
     * Waits for the next frame.
     *
     * @return null when there are no more
     * @throws VideoException when the source cannot be opened or breaks; the message says why
     */
    @Nullable
    Frame next() throws VideoException, InterruptedException;

    /** How long the whole video is, once its first frame is there; empty for live sources and others that cannot tell. */
    default Optional<Duration> length() {
        return Optional.empty();
    }

    @Override
    void close();
}
