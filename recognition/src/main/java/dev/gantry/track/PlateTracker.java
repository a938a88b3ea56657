package dev.gantry.track;

import dev.gantry.grammar.PlateGrammar;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes one {@link Sighting} of all reads of one passing vehicle. Give it the frames of one source in the order of time:
 *
 * {@snippet :
 * var tracker = new PlateTracker(TrackerOptions.defaults(), PlateGrammar.shipped());
 * for (Frame frame : frames) {
 *     var found = recognizer.analyzeFrame(frame.image(), List.of());
 *     tracker.track(FrameReads.of(frame.time(), frame.image(), found)).events().forEach(System.out::println);
 * }
 * tracker.finish().events().forEach(System.out::println);
 * }
 *
 * <p>For one thread at a time.
 */
public final class PlateTracker {

    /** Unseen for so long, and in so many frames, a vehicle has left. One that is hidden for a second has not. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(3);

    private static final int GONE_AFTER_FRAMES = 3;

    /** A parked car that cannot be seen is hidden rather than gone. */
    private static final Duration PARKED_GAP = Duration.ofMinutes(10);

    /** What has been read once only, or in the same pixels only, must be this sure. */
    private static final double SURE_AT_ONCE = 0.8;

    private final TrackerOptions options;
    private final Gate gate;
    private final Fusion fusion;
    private final StaticTexts statics;
    private final List<Track> tracks = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private int width = 1;
    private int height = 1;
    private long sightings;

    /** @param grammar settles near-ties and tells regions; null for the texts as they were read */
    public PlateTracker(TrackerOptions options, @Nullable PlateGrammar grammar) {
        this.options = options;
        gate = new Gate(options);
        fusion = new Fusion(grammar);
        statics = new StaticTexts(grammar != null);
    }

    /** What one frame collects while it is worked on. */
    private record Report(List<SightingEvent> events, List<Rejection> rejected) {
        Report() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        Tracking tracking() {
            return new Tracking(events, rejected);
        }
    }

    /**
     * Takes the next frame.
     *
     * @throws IllegalArgumentException when it is older than the one before
     */
    public Tracking track(FrameReads frame) {
        advance(frame.time());
        resize(frame.width(), frame.height());
        var report = new Report();
        report.rejected.addAll(frame.rejected());
        List<SoftRead> reads = counting(frame, report);
        Map<SoftRead, Track> matched = Matching.of(reads, tracks, now);
        tracks.stream()
                .filter(track -> track.isInView() && !matched.containsValue(track))
                .forEach(Track::miss);
        var seen = Set.copyOf(matched.values());
        for (SoftRead read : reads) {
            Track track = matched.get(read);
            if (track == null) {
                begin(read, seen, report);
            } else {
                add(read, track, report);
            }
        }
        conclude(report);
        return report.tracking();
    }

    /**
     * Takes a frame that was not looked at since nothing moves in it: what was in the last one is still there.
     *
     * @throws IllegalArgumentException when it is older than the one before
     */
    public Tracking still(Duration time) {
        advance(time);
        var report = new Report();
        tracks.stream().filter(Track::isInView).forEach(track -> track.stillAt(time));
        conclude(report);
        return report.tracking();
    }

    /** No more frames come: every vehicle has left, and every sighting is closed. */
    public Tracking finish() {
        var report = new Report();
        for (Track track : List.copyOf(tracks)) {
            if (track.isInView()) {
                leave(track, report);
            }
        }
        for (Track track : List.copyOf(tracks)) {
            close(track, report);
        }
        return report.tracking();
    }

    /** Texts that never move, each with the zone that is better left out. */
    public List<StaticText> staticTexts() {
        return statics.suggestions(tracks, width, height);
    }

    /**
     * Times of the frames that an open sighting may yet name as its best one: whoever wants that frame's picture keeps these
     * few and no others.
     */
    public Set<Duration> framesInUse() {
        var times = new LinkedHashSet<Duration>();
        for (Track track : tracks) {
            track.bestReads().forEach(read -> times.add(read.time()));
        }
        return times;
    }

    /** Times of all frames whose reads are part of a sighting that may still change, or may yet become one. */
    public Set<Duration> readsInUse() {
        var times = new LinkedHashSet<Duration>();
        for (Track track : tracks) {
            track.kept().forEach(read -> times.add(read.time()));
        }
        return times;
    }

    /** Whether any vehicle is in view. */
    public boolean isBusy() {
        return tracks.stream().anyMatch(track -> track.isInView() && !track.isParked());
    }

    private void advance(Duration time) {
        if (time.compareTo(now) < 0) {
            throw new IllegalArgumentException("a frame at " + time + " after one at " + now);
        }
        now = time;
    }

    /** A picture of another size is laid out anew: what has been learned of its pixels is void. */
    private void resize(int newWidth, int newHeight) {
        if (newWidth != width || newHeight != height) {
            statics.clear();
        }
        width = newWidth;
        height = newHeight;
    }

    private List<SoftRead> counting(FrameReads frame, Report report) {
        var counting = new ArrayList<SoftRead>();
        for (PlateRead read : frame.reads()) {
            Rejection rejection = gate.rejection(read, frame.width(), frame.height());
            var soft = new SoftRead(read);
            if (rejection != null) {
                report.rejected.add(rejection);
            } else if (statics.take(soft)) {
                report.rejected.add(Gate.rejected(read, Reason.STATIC, "text at this place never moves"));
            } else {
                counting.add(soft);
            }
        }
        return counting;
    }

    private void add(SoftRead read, Track track, Report report) {
        if (!track.isInView()) {
            track.comeBack();
            track.add(read);
            event(Kind.RETURNED, track, report);
        } else if (!track.add(read)) {
            report.rejected.add(Gate.rejected(read.read(), Reason.PARKED, "reported before and parked since"));
        }
    }

    /** A read that belongs to no track begins one, unless its text is in this frame already, as in a reflection. */
    private void begin(SoftRead read, Set<Track> seen, Report report) {
        if (seen.stream().anyMatch(track -> Matching.isTold(read, track))) {
            report.rejected.add(Gate.rejected(read.read(), Reason.DUPLICATE, "the same text is read elsewhere"));
        } else {
            tracks.add(new Track(fusion, read));
        }
    }

    /** Whether there is something to tell of a track that has just been seen. */
    private void consider(Track track, Report report) {
        if (track.isReported()) {
            if (track.confidence() >= Likeness.SURE && track.takeCorrection()) {
                event(Kind.CORRECTED, track, report);
            }
            return;
        }
        if (statics.isStatic(track)) {
            forget(track, report);
            return;
        }
        // What has not moved yet may be burnt into the picture; that shows soon.
        boolean settled =
                track.course().hasMoved() || now.minus(track.firstSeen()).compareTo(StaticTexts.STILL_FOR) >= 0;
        if (settled && track.reads() >= options.earlyReads() && track.confidence() >= options.earlyConfidence()) {
            report(track, report);
        }
    }

    private void forget(Track track, Report report) {
        statics.learn(track, width, height);
        tracks.remove(track);
        report.rejected.add(Gate.rejected(track.best(), Reason.STATIC, "text that never moves"));
    }

    /** Reports a track for the first time, or joins it to a sighting of the same vehicle. */
    private void report(Track track, Report report) {
        for (Track other : tracks) {
            if (other != track && other.isReported() && other.likeness(track) == Likeness.SAME) {
                tracks.remove(track);
                other.absorb(track);
                if (!other.isInView()) {
                    other.comeBack();
                    event(Kind.RETURNED, other, report);
                }
                return;
            }
        }
        track.report(++sightings);
        event(Kind.SEEN, track, report);
    }

    private void conclude(Report report) {
        List.copyOf(tracks).stream()
                .filter(track -> track.isInView() && track.missed() == 0)
                .forEach(track -> consider(track, report));
        expire(report);
    }

    private void expire(Report report) {
        for (Track track : List.copyOf(tracks)) {
            Duration unseen = now.minus(track.lastSeen());
            if (track.isInView()) {
                Duration patience = track.isReported() && track.isParked() ? options.gap() : GONE_AFTER;
                if (unseen.compareTo(patience) > 0 && track.missed() >= GONE_AFTER_FRAMES) {
                    leave(track, report);
                }
            } else if (unseen.compareTo(track.isParked() ? PARKED_GAP : options.gap()) > 0) {
                close(track, report);
            }
        }
    }

    private void leave(Track track, Report report) {
        if (!track.isReported()) {
            if (statics.isStatic(track)) {
                forget(track, report);
                return;
            }
            if (statics.mayBeStatic(track)) {
                tracks.remove(track);
                String detail = "has not moved, and fits no plate format";
                report.rejected.add(Gate.rejected(track.best(), Reason.STATIC, detail));
                return;
            }
            double needed = Math.max(options.minConfidence(), track.views() == 1 ? SURE_AT_ONCE : 0);
            if (track.confidence() < needed) {
                tracks.remove(track);
                String detail = "confidence %.2f after %d reads, at least %.2f is needed";
                String figures = String.format(Locale.ROOT, detail, track.confidence(), track.reads(), needed);
                PlateRead best = track.best();
                report.rejected.add(
                        Legibility.explained(Gate.rejected(best, Reason.LOW_CONFIDENCE, figures), best.sharpness()));
                return;
            }
            report(track, report);
            if (!tracks.contains(track)) {
                return; // it has become part of another one
            }
        } else if (track.takeCorrection()) {
            event(Kind.CORRECTED, track, report);
        }
        track.leave();
        event(Kind.LEFT, track, report);
    }

    private void close(Track track, Report report) {
        if (tracks.remove(track) && track.isReported()) {
            event(Kind.CLOSED, track, report);
        }
    }

    private void event(Kind kind, Track track, Report report) {
        report.events.add(new SightingEvent(kind, now, track.sighting(options, width, height)));
    }
}
