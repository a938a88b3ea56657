package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.server.camera.FrameJpeg;
import dev.gantry.server.camera.KeptFrames;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PictureDigest;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.ReadUid;
import dev.gantry.server.history.Source;
import dev.gantry.server.recognition.StripEncoder;
import dev.gantry.server.sighting.RawRead;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.server.sighting.Waypoint;
import dev.gantry.track.PathPoint;
import dev.gantry.track.PlateRead;
import dev.gantry.track.Sighting;
import dev.gantry.track.SightingEvent;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes rows of one tracker's sightings. A vehicle that an earlier tracker saw last a moment ago, before a restart or a change
 * of the camera, continues its sighting. For one thread.
 */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** A parked car is waited for longer, as the tracker does. */
    private static final Duration PARKED_GAP = Duration.ofMinutes(10);

    private static final Duration PARKED_AFTER = Duration.ofSeconds(10);

    /** A plate that has moved by less than this share of its width has not moved. */
    private static final double STILL = 0.15;

    /** Sightings of the last minutes that are looked at for one of the same plate. */
    private static final int MOST_RECENT = 100;

    private final CameraDefinition camera;
    private final Sightings sightings;
    private final boolean keepFrames;
    private final String models;
    private final Instant start;
    private final KeptFrames frames;
    private final RawStrips strips;
    private final LateReports late;
    private final CameraMonitor monitor;
    private final Map<Long, Known> known = new HashMap<>();

    /** What has been told of a sighting. */
    private static final class Known {

        private final String uid;
        private final Optional<dev.gantry.server.sighting.Sighting> earlier;
        private boolean stored;
        private @Nullable Duration best;
        private @Nullable String digest;

        Known(Optional<dev.gantry.server.sighting.Sighting> earlier, Instant time) {
            this.earlier = earlier;
            this.stored = earlier.isPresent();
            this.uid = earlier.map(dev.gantry.server.sighting.Sighting::uid).orElseGet(() -> ReadUid.of(time));
        }
    }

    /**
     * @param keepFrames whether the whole frame is kept beside the strip
     * @param start the moment from which the tracker's times count
     * @param frames has the pictures of the best frames
     * @param strips has small ones of the others
     * @param late takes what cannot be stored when a sighting is closed
     */
    Recorder(
            CameraDefinition camera,
            Sightings sightings,
            boolean keepFrames,
            String models,
            Instant start,
            KeptFrames frames,
            RawStrips strips,
            LateReports late,
            CameraMonitor monitor) {
        this.camera = camera;
        this.sightings = sightings;
        this.keepFrames = keepFrames;
        this.models = models;
        this.start = start;
        this.frames = frames;
        this.strips = strips;
        this.late = late;
        this.monitor = monitor;
    }

    /**
     * A store that cannot be written now is told of the sighting the next time that something happens to it. After its end
     * nothing does: what is to be told then waits.
     */
    void record(SightingEvent event) {
        Sighting sighting = event.sighting();
        try {
            Known one = known.get(sighting.id());
            if (one == null) {
                one = new Known(earlier(sighting), start.plus(sighting.firstSeen()));
                known.put(sighting.id(), one);
                if (one.stored) {
                    tell(Kind.RETURNED, sighting, one);
                }
            }
            if (!one.stored) {
                tell(Kind.SEEN, sighting, one);
                one.stored = true;
            }
            if (event.kind() != Kind.SEEN) {
                tell(event.kind(), sighting, one);
            }
        } catch (HistoryException e) {
            LOG.warn("A sighting of camera {} cannot be stored now", camera.id(), e);
            if (event.kind() == Kind.CLOSED) {
                postpone(sighting);
            }
        }
        if (event.kind() == Kind.CLOSED) {
            known.remove(sighting.id());
        }
    }

    /** With its pictures, which are dropped in a moment. Whether it continues an earlier one cannot be found out now. */
    private void postpone(Sighting sighting) {
        Known one = known.computeIfAbsent(
                sighting.id(), _ -> new Known(Optional.empty(), start.plus(sighting.firstSeen())));
        if (!one.stored) {
            late.add(report(Kind.SEEN, sighting, one));
            one.best = sighting.best().time(); // its pictures go with that report
        }
        late.add(report(Kind.CLOSED, sighting, one));
    }

    private Optional<dev.gantry.server.sighting.Sighting> earlier(Sighting sighting) {
        Instant seen = start.plus(sighting.firstSeen());
        return sightings.latest(camera.id(), seen.minus(PARKED_GAP), MOST_RECENT).stream()
                .filter(past -> !past.open() && past.plate().equals(PlateKey.of(sighting.text())))
                .filter(past -> !past.lastSeen().isBefore(seen.minus(past.parked() ? PARKED_GAP : camera.gap())))
                .findFirst();
    }

    private void tell(Kind kind, Sighting sighting, Known one) {
        sightings.tell(report(kind, sighting, one)).ifPresent(monitor::sighting);
        one.best = sighting.best().time();
    }

    private SightingReport report(Kind kind, Sighting sighting, Known one) {
        PlateRead best = sighting.best();
        boolean sameFrame = best.time().equals(one.best);
        Evidence evidence = sameFrame ? Evidence.NONE : evidence(best);
        if (!sameFrame) {
            one.digest = evidence.picture() == null ? null : PictureDigest.of(evidence.picture());
        }
        return report(kind, sighting, one, evidence);
    }

    private Evidence evidence(PlateRead best) {
        Optional<Image> frame = frames.at(best.time());
        if (frame.isEmpty()) {
            return Evidence.NONE;
        }
        byte[] strip = StripEncoder.jpeg(frame.get(), best.plate().quad());
        return new Evidence(strip, keepFrames ? FrameJpeg.of(frame.get(), FrameJpeg.GOOD) : null);
    }

    private SightingReport report(Kind kind, Sighting sighting, Known one, Evidence evidence) {
        PlateRead best = sighting.best();
        var read = new NewRead(
                one.uid,
                at(best.time()),
                sighting.text(),
                sighting.confidence(),
                sighting.region(),
                best.plate().box(),
                best.plate().quad(),
                sighting.candidates(),
                new Source(Sightings.SOURCE, null, camera.id()),
                one.digest,
                models,
                sighting.changes(),
                evidence);
        Instant firstSeen = one.earlier
                .map(dev.gantry.server.sighting.Sighting::firstSeen)
                .orElseGet(() -> at(sighting.firstSeen()));
        int earlierReads =
                one.earlier.map(dev.gantry.server.sighting.Sighting::reads).orElse(0);
        Set<PlateRead> pictured = strips.chosen(sighting.kept());
        return new SightingReport(
                kind,
                camera.id(),
                firstSeen,
                at(sighting.lastSeen()),
                earlierReads + sighting.reads(),
                sighting.direction(),
                isParked(sighting),
                read,
                sighting.path().stream()
                        .map(point ->
                                new Waypoint(at(point.time()), point.quad().bounds()))
                        .toList(),
                sighting.kept().stream()
                        .map(raw -> new RawRead(
                                at(raw.time()),
                                raw.plate().text(),
                                raw.plate().confidence(),
                                raw.sharpness(),
                                raw.plate().box(),
                                pictured.contains(raw) ? strips.of(raw) : null))
                        .toList());
    }

    /** By the path's last two points: where a plate stands still, only the beginning and the end of that are kept. */
    private static boolean isParked(Sighting sighting) {
        var path = sighting.path();
        if (path.size() < 2) {
            return false;
        }
        PathPoint from = path.get(path.size() - 2);
        PathPoint to = path.getLast();
        Box box = to.quad().bounds();
        return to.time().minus(from.time()).compareTo(PARKED_AFTER) >= 0
                && from.quad().bounds().center().distanceTo(box.center()) <= STILL * box.width();
    }

    private Instant at(Duration time) {
        return start.plus(time).truncatedTo(ChronoUnit.MILLIS);
    }
}
