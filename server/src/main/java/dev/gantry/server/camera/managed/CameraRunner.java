package dev.gantry.server.camera.managed;

import dev.gantry.server.camera.FfmpegFrames;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.FrameSource;
import dev.gantry.server.camera.Pace;
import dev.gantry.server.camera.VideoException;
import dev.gantry.server.camera.VideoException.Code;
import dev.gantry.server.history.HistoryException;
import dev.gantry.track.RejectionCounts;
import dev.gantry.track.StaticText;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one camera running, in a thread of its own: opens its source, works on its frames, and starts it anew whenever it ends,
 * breaks or hangs. Of a live source every end is a failure, however orderly it looks.
 */
final class CameraRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CameraRunner.class);

    private static final Duration STORE_EVERY = Duration.ofSeconds(10);

    /** Longer than any recognition and any write takes; no more, since Gantry's own end waits for it. */
    private static final Duration LONGEST_END = Duration.ofSeconds(4);

    private final CameraDefinition camera;
    private final Workshop workshop;
    private final CameraMonitor monitor;
    private final Latest latest;
    private final Timings timings;
    private final BackOff backOff;
    private final RejectionCounts rejected = new RejectionCounts();
    private final LateReports late;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Instant start = Instant.now();
    private final long startNanos = System.nanoTime();
    private final Thread thread;
    private volatile List<StaticText> staticTexts = List.of();
    private @Nullable CameraSession session;
    private Duration lastStored = Duration.ZERO;
    private int frames;

    CameraRunner(CameraDefinition camera, Workshop workshop, CameraMonitor monitor, Latest latest) {
        this.camera = camera;
        this.workshop = workshop;
        this.monitor = monitor;
        this.latest = latest;
        timings = workshop.timings();
        backOff = new BackOff(timings, RandomGenerator.getDefault());
        late = new LateReports(workshop.sightings(), monitor);
        thread = Thread.ofPlatform().name("camera " + camera.id()).daemon().start(this::run);
    }

    /** Ends it; open sightings are closed and stored first. */
    void stop() {
        stop.countDown();
        try {
            if (!thread.join(LONGEST_END)) {
                LOG.warn("Camera {} does not end", camera.id());
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Burnt-in texts that have been found so far. */
    List<StaticText> staticTexts() {
        return staticTexts;
    }

    private void run() {
        try {
            while (!isStopping() && connect()) {
                awaitRetry(backOff.next());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            finishSession();
            store();
        }
    }

    /** One connection from beginning to end. @return whether to try again */
    private boolean connect() throws InterruptedException {
        frames = 0;
        Duration opened = elapsed();
        FrameSource source = null;
        try {
            source = workshop.sources().open(camera);
            if (camera.source() instanceof CameraSource.Folder) {
                monitor.online(); // it is there, and pictures come when they come
            }
            watch(source, opened);
            if (isStopping()) {
                return false;
            }
            if (isPlayedOnce()) {
                monitor.offline("The file has been played to its end.");
                return false;
            }
            failed("The stream has ended.");
        } catch (VideoException e) {
            failed(e.getMessage() == null ? "The camera cannot be watched." : e.getMessage());
        } catch (RuntimeException | OutOfMemoryError e) {
            // A fault of ours, or one frame's large arrays for which there was no memory, and which are gone by now: it
            // is tried again, and the other cameras go on.
            LOG.error("Camera {} has failed", camera.id(), e);
            monitor.offline("Gantry failed; its log tells why.");
        } finally {
            if (source instanceof FfmpegFrames ffmpeg) {
                monitor.log(ffmpeg.lastLines());
            }
            if (source != null) {
                source.close();
            }
        }
        return true;
    }

    private void failed(String why) {
        if (isStopping() || isProcessEnding()) {
            return; // whoever ends Gantry ends its children, too: that is no news of the camera
        }
        if (!monitor.is(CameraState.OFFLINE)) {
            LOG.info("Camera {} is offline: {}", camera.id(), why);
        }
        monitor.offline(why);
    }

    /** Java tells it only by what it refuses then. */
    private static boolean isProcessEnding() {
        var probe = Thread.ofPlatform().unstarted(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private void watch(FrameSource source, Duration opened) throws VideoException, InterruptedException {
        boolean newestWins = !isPlayedOnce() && !(camera.source() instanceof CameraSource.Folder);
        Duration lastFrame = elapsed();
        try (var feed = new Feed(source, camera.id(), newestWins, monitor::frame)) {
            long dropped = 0;
            while (!isStopping() && !feed.hasEnded()) {
                Frame frame = feed.next(timings.look());
                monitor.dropped(feed.dropped() - dropped);
                dropped = feed.dropped();
                if (frame != null) {
                    lastFrame = elapsed();
                    work(frame, opened);
                } else if (!feed.hasEnded()) {
                    idle(elapsed().minus(lastFrame));
                }
                storeNowAndThen();
            }
        }
    }

    private void work(Frame frame, Duration opened) throws InterruptedException {
        if (++frames == 1 && !monitor.is(CameraState.ONLINE)) {
            LOG.info("Camera {} is online", camera.id());
        }
        monitor.online();
        Duration now = elapsed();
        if (now.minus(opened).compareTo(timings.settled()) >= 0) {
            backOff.reset();
        }
        closeOldSession();
        if (session == null) {
            session = new CameraSession(camera, workshop, monitor, latest, rejected, start, late);
        }
        boolean everyFrame = isPlayedOnce() || camera.source() instanceof CameraSource.Folder;
        Duration time = isPlayedOnce() ? opened.plus(frame.time()) : now;
        session.take(
                time,
                frame.image(),
                everyFrame ? Pace.EVERY_FRAME : Pace.LIVE,
                !(camera.source() instanceof CameraSource.Folder));
        staticTexts = session.staticTexts();
    }

    /** Nothing has come for so long. */
    private void idle(Duration silence) throws VideoException {
        closeOldSession();
        if (camera.source() instanceof CameraSource.Folder) {
            return;
        }
        if (silence.compareTo(timings.watchdog()) >= 0) {
            throw new VideoException(
                    Code.BROKEN, "No picture has come for %d s; it is started anew.".formatted(silence.toSeconds()));
        }
        if (frames > 0 && silence.compareTo(patience()) >= 0) {
            monitor.stalled("No picture has come for a while.");
        }
    }

    /** Pictures that are asked for seldom come seldom. */
    private Duration patience() {
        return camera.source() instanceof CameraSource.Snapshots snapshots
                ? timings.stalled().plus(snapshots.interval())
                : timings.stalled();
    }

    /** Until the pause is over, or the source is seen to be there again: a full attempt costs much, a knock next to nothing. */
    private void awaitRetry(Duration pause) throws InterruptedException {
        Duration failed = elapsed();
        var knock = new Knock(camera.source(), timings.knock());
        for (Duration waited = Duration.ZERO;
                waited.compareTo(pause) < 0;
                waited = elapsed().minus(failed)) {
            if (waited.compareTo(timings.quiet()) >= 0 && knock.isAnswered()) {
                return;
            }
            long millis =
                    Math.min(timings.look().toMillis(), pause.minus(waited).toMillis() + 1);
            if (stop.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
            closeOldSession();
            storeNowAndThen();
        }
    }

    /** A vehicle that was in view when the camera went away is not waited for longer than any other. */
    private void closeOldSession() {
        if (session != null && !isPlayedOnce() && session.isOver(elapsed())) {
            finishSession();
        }
    }

    /** Whatever goes wrong with it, the thread goes on: it may be between two connections. */
    private void finishSession() {
        CameraSession over = session;
        session = null;
        try {
            if (over != null) {
                over.finish();
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("What camera {} saw last cannot be told", camera.id(), e);
        }
    }

    private void storeNowAndThen() {
        Duration now = elapsed();
        if (now.minus(lastStored).compareTo(STORE_EVERY) >= 0) {
            lastStored = now;
            store();
        }
    }

    private void store() {
        try {
            for (RejectionCounts.Count row : rejected.drain()) {
                workshop.rejections().add(camera.id(), row.hour(), new EnumMap<>(Map.of(row.reason(), row.count())));
            }
            late.store();
        } catch (HistoryException e) {
            LOG.warn("What waits to be stored of camera {} cannot be stored now", camera.id(), e);
        }
    }

    private boolean isPlayedOnce() {
        return camera.source() instanceof CameraSource.VideoFile file && !file.loop();
    }

    private boolean isStopping() {
        return stop.getCount() == 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }
}
