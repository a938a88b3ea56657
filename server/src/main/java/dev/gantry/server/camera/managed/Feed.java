package dev.gantry.server.camera.managed;

import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.VideoException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A source's frames, taken by a thread of its own so that a source that hangs holds nobody up. Of a live source the newest
 * frame counts and the others are dropped; of another one the next frame is asked for only when the one before is done with.
 */
final class Feed implements AutoCloseable {

    private final FrameSource source;
    private final boolean newestWins;
    private final Runnable arrival;
    private final Object lock = new Object();
    private final Thread thread;
    private @Nullable Frame newest;
    private boolean wanted;
    private boolean ended;
    private @Nullable VideoException failure;
    private long dropped;

    /** @param arrival called for each frame, in the source's thread */
    Feed(FrameSource source, String name, boolean newestWins, Runnable arrival) {
        this.source = source;
        this.newestWins = newestWins;
        this.arrival = arrival;
        thread = Thread.ofPlatform().name("frames " + name).daemon().start(this::follow);
    }

    private void follow() {
        VideoException broken = null;
        try {
            awaitWanted();
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                arrival.run();
                put(frame);
                awaitWanted();
            }
        } catch (VideoException e) {
            broken = e;
        } catch (RuntimeException | OutOfMemoryError e) {
            broken = new VideoException(VideoException.Code.BROKEN, "The camera's pictures cannot be taken: " + e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (lock) {
            failure = broken;
            ended = true;
            lock.notifyAll();
        }
    }

    private void put(Frame frame) {
        synchronized (lock) {
            dropped += newest == null ? 0 : 1;
            newest = frame;
            wanted = false;
            lock.notifyAll();
        }
    }

    private void awaitWanted() throws InterruptedException {
        synchronized (lock) {
            while (!newestWins && !wanted) {
                lock.wait();
            }
        }
    }

    /**
     * The next frame; null when none comes in this time, or no more at all.
     *
     * @throws VideoException when the source is broken
     */
    @Nullable
    Frame next(Duration longest) throws VideoException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (lock) {
            wanted = true;
            lock.notifyAll();
            for (long left = longest.toNanos(); newest == null && !ended && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(lock, left);
            }
            Frame frame = newest;
            newest = null;
            if (frame == null && failure != null) {
                throw failure;
            }
            return frame;
        }
    }

    boolean hasEnded() {
        synchronized (lock) {
            return ended && newest == null;
        }
    }

    /** How many frames nobody had time for. */
    long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    @Override
    public void close() {
        source.close();
        thread.interrupt();
    }
}
