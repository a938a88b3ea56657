package dev.gantry.server.camera;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.track.FrameReads;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.StaticText;
import dev.gantry.track.Tracking;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/**
 * From frames to sightings: motion gate, recognition, tracker. Frames are recognised side by side where that is wanted, but
 * tracked in their order, so the sightings do not depend on the machine's speed or its number of cores.
 */
public final class VideoRecognizer {

    /** Finds the plates of one frame; for many threads. */
    @FunctionalInterface
    public interface FrameAnalyzer {
        /** @param closeUps parts of the frame that are worth a closer look */
        Recognition analyze(Image frame, List<Window> closeUps);
    }

    /** Is told of what happens, in the order of time. */
    @FunctionalInterface
    public interface Listener {
        /** @param time of the frame that has just been worked on */
        void tracked(Duration time, Tracking tracking);
    }

    /**
     * What was done.
     *
     * @param frames that came
     * @param recognized of them, those that were looked at since something moved
     * @param rejected how many candidates did not count, by reason
     */
    public record Summary(long frames, long recognized, Map<Rejection.Reason, Long> rejected) {}

    /** A frame on its way, without reads where nothing moved. */
    private record Pending(Frame frame, Optional<CompletableFuture<FrameReads>> reads) {}

    private final FrameAnalyzer recognizer;
    private final ExecutorService workers;
    private final int ahead;
    private final Pace pace;
    private final PlateTracker tracker;
    private final MotionGate gate;
    private final Optional<KeptFrames> kept;
    private final Listener listener;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final Map<Rejection.Reason, Long> rejected = new EnumMap<>(Rejection.Reason.class);
    private long frames;
    private long recognized;
    private volatile List<StaticText> staticTexts = List.of();

    /** Where nobody wants the frames' pictures. */
    public VideoRecognizer(
            FrameAnalyzer recognizer,
            ExecutorService workers,
            int ahead,
            Pace pace,
            PlateTracker tracker,
            MotionGate gate,
            Listener listener) {
        this(recognizer, workers, ahead, pace, tracker, gate, Optional.empty(), listener);
    }

    /**
     * @param workers recognise the frames
     * @param ahead most frames that are being recognised while the oldest is waited for; 0 for live sources, whose events
     *     must not wait for the next frame
     * @param kept is filled with the pictures that the listener may want: those of the sightings' best frames
     */
    public VideoRecognizer(
            FrameAnalyzer recognizer,
            ExecutorService workers,
            int ahead,
            Pace pace,
            PlateTracker tracker,
            MotionGate gate,
            Optional<KeptFrames> kept,
            Listener listener) {
        this.recognizer = recognizer;
        this.workers = workers;
        this.ahead = ahead;
        this.pace = pace;
        this.tracker = tracker;
        this.gate = gate;
        this.kept = kept;
        this.listener = listener;
    }

    /**
     * Works until the source ends. Sightings that are open when it breaks are closed all the same, before the exception.
     *
     * @throws VideoException when the source cannot be opened or breaks
     */
    public Summary run(FrameSource source) throws VideoException, InterruptedException {
        Duration last = Duration.ZERO;
        try {
            Duration lastLook = null;
            for (Frame frame = source.next(); frame != null; frame = source.next()) {
                last = frame.time();
                if (lastLook == null || pace.isDue(last.minus(lastLook), tracker.isBusy())) {
                    lastLook = last;
                    take(frame);
                }
            }
        } finally {
            while (!pending.isEmpty()) {
                track(pending.remove());
            }
            tell(last, tracker.finish());
        }
        return new Summary(frames, recognized, Map.copyOf(rejected));
    }

    /** Burnt-in texts that have been found so far, each with a zone to leave out; any thread may ask. */
    public List<StaticText> staticTexts() {
        return staticTexts;
    }

    private void take(Frame frame) {
        frames++;
        if (gate.opensFor(frame.time(), frame.image())) {
            recognized++;
            List<Window> closeUps = gate.closeUps();
            pending.add(new Pending(
                    frame, Optional.of(CompletableFuture.supplyAsync(() -> reads(frame, closeUps), workers))));
        } else {
            pending.add(new Pending(frame, Optional.empty()));
        }
        while (pending.size() > ahead) {
            track(pending.remove());
        }
    }

    private FrameReads reads(Frame frame, List<Window> closeUps) {
        return FrameReads.of(frame.time(), frame.image(), recognizer.analyze(frame.image(), closeUps));
    }

    private void track(Pending next) {
        Duration time = next.frame().time();
        try {
            Optional<FrameReads> reads = next.reads().map(CompletableFuture::join);
            if (reads.isPresent()) {
                kept.ifPresent(pictures -> pictures.add(next.frame()));
            }
            tell(time, reads.map(tracker::track).orElseGet(() -> tracker.still(time)));
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void tell(Duration time, Tracking tracking) {
        tracking.rejected().forEach(one -> rejected.merge(one.reason(), 1L, Long::sum));
        staticTexts = tracker.staticTexts();
        listener.tracked(time, tracking);
        kept.ifPresent(pictures -> pictures.retain(tracker.framesInUse()));
    }
}
