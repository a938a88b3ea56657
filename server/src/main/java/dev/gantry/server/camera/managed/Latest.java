package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The last frame of a camera, and those who wait for the next one. Safe for use by many threads. */
public final class Latest {

    private @Nullable CameraView view;
    private boolean closed;

    synchronized void show(Image image, List<Plate> plates, Instant time) {
        view = new CameraView(image, plates, time, view == null ? 1 : view.number() + 1);
        notifyAll();
    }

    /** Nothing more comes. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Empty before the first frame. */
    public synchronized Optional<CameraView> view() {
        return Optional.ofNullable(view);
    }

    /** Waits for a newer frame than the one of this number; empty when none comes in this time, or no more at all. */
    public synchronized Optional<CameraView> after(long number, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); !isNewer(number) && !closed && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return isNewer(number) && !closed ? view() : Optional.empty();
    }

    private boolean isNewer(long number) {
        return view != null && view.number() > number;
    }
}
