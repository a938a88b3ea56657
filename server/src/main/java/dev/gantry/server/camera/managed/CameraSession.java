package dev.gantry.server.camera.managed;

import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.KeptFrames;
import dev.gantry.server.camera.Pace;
import dev.gantry.track.FrameReads;
import dev.gantry.track.MotionGate;
import dev.gantry.track.PlateTracker;
import dev.gantry.track.RejectionCounts;
import dev.gantry.track.StaticText;
import dev.gantry.track.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One camera's frames on their way to sightings: pace, motion gate, recognition, tracker, rows. It outlives short breaks of the
 * source; when the camera is away for longer than a vehicle is waited for, its sightings are closed. For one thread.
 */
final class CameraSession {

    private final CameraDefinition camera;
    private final Workshop workshop;
    private final CameraMonitor monitor;
    private final Latest latest;
    private final RejectionCounts rejected;
    private final PlateTracker tracker;
    private final MotionGate gate;
    private final KeptFrames kept = new KeptFrames();
    private final RawStrips strips;
    private final Recorder recorder;
    private final Instant start;
    private Duration last = Duration.ZERO;
    private @Nullable Duration lastLook;
    private List<Plate> shown = List.of();

    /**
     * @param start the moment from which frames' times count
     * @param late takes what cannot be stored when a sighting is closed
     */
    CameraSession(
            CameraDefinition camera,
            Workshop workshop,
            CameraMonitor monitor,
            Latest latest,
            RejectionCounts rejected,
            Instant start,
            LateReports late) {
        this.camera = camera;
        this.workshop = workshop;
        this.monitor = monitor;
        this.latest = latest;
        this.rejected = rejected;
        this.start = start;
        tracker = new PlateTracker(camera.tracking(), grammar(camera, workshop));
        gate = new MotionGate(camera.exclude());
        strips = new RawStrips(workshop.rawStrips());
        recorder = new Recorder(
                camera,
                workshop.sightings(),
                workshop.keepFrames(),
                workshop.recognizer().models(),
                start,
                kept,
                strips,
                late,
                monitor);
    }

    private static @Nullable PlateGrammar grammar(CameraDefinition camera, Workshop workshop) {
        PlateGrammar grammar = workshop.grammar();
        return grammar == null || camera.regions().isEmpty() ? grammar : grammar.hinted(camera.regions());
    }

    /**
     * Takes the next frame.
     *
     * @param time since the start
     * @param pace how often to look
     * @param still whether frames in which nothing moves need not be looked at
     */
    void take(Duration time, Image image, Pace pace, boolean still) throws InterruptedException {
        Duration now = time.compareTo(last) > 0 ? time : last;
        last = now;
        Duration before = lastLook;
        if (before != null && !pace.isDue(now.minus(before), tracker.isBusy())) {
            return;
        }
        lastLook = now;
        monitor.size(image.width(), image.height());
        if (still && !gate.opensFor(now, image)) {
            tell(tracker.still(now));
        } else {
            Recognition found = workshop.share().use(() -> recognized(image, still));
            monitor.analysed(found.plates());
            shown = found.plates();
            kept.add(new Frame(now, image));
            strips.add(now, image, found.plates());
            tell(tracker.track(FrameReads.of(now, image, found)));
        }
        kept.retain(tracker.framesInUse());
        strips.retain(tracker.readsInUse());
        latest.show(image, shown, start.plus(now));
    }

    /** Pictures that do not follow one another, as in a watched folder, are looked through as photos are. */
    private Recognition recognized(Image image, boolean still) {
        return still
                ? workshop.recognizer().recognize(image, camera.regions(), gate.closeUps())
                : workshop.recognizer().recognize(image, camera.regions());
    }

    /** Time goes by without a frame. @return whether this session is over */
    boolean isOver(Duration time) {
        return time.minus(last).compareTo(camera.gap()) > 0;
    }

    List<StaticText> staticTexts() {
        return tracker.staticTexts();
    }

    /** Closes what is open. */
    void finish() {
        tell(tracker.finish());
    }

    private void tell(Tracking tracking) {
        rejected.add(start.plus(last), tracking.rejected());
        tracking.events().forEach(recorder::record);
    }
}
