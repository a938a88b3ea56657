package dev.gantry.server.camera;

import org.jspecify.annotations.Nullable;

/** The frames of a live source: whoever is slow gets the newest one, and those in between are dropped and counted. */
public final class NewestFrame implements FrameSource {

    private final FrameSource source;
    private final Object lock = new Object();
    private @Nullable Frame newest;
    private @Nullable VideoException failure;
    private boolean ended;
    private long dropped;

    private NewestFrame(FrameSource source) {
        this.source = source;
    }

    /** Starts to take the source's frames; closing this closes it. */
    public static NewestFrame of(FrameSource source, String name) {
        var newest = new NewestFrame(source);
        Thread.ofPlatform().name("frames " + name).daemon().start(newest::follow);
        return newest;
    }

    private void follow() {
        VideoException broken = null;
        try {
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                synchronized (lock) {
                    dropped += newest == null ? 0 : 1;
                    newest = frame;
                    lock.notifyAll();
                }
            }
        } catch (VideoException e) {
            broken = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lock) {
            failure = broken;
            ended = true;
            lock.notifyAll();
        }
    }

    @Override
    public @Nullable Frame next() throws VideoException, InterruptedException {
        synchronized (lock) {
            while (newest == null && !ended) {
                lock.wait();
            }
            Frame frame = newest;
            newest = null;
            if (frame == null && failure != null) {
                throw failure;
            }
            return frame;
        }
    }

    /** How many frames nobody had time for. */
    public long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
