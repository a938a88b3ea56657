package dev.gantry.track;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Which read of a frame belongs to which track: text first, place second. Pairs are taken best first, which with as few plates
 * as a frame has is as good as the best assignment. What cannot be the same vehicle is never paired.
 */
final class Matching {

    /** So many plate widths a plate may be off where it is expected, when its speed is known and when it is not, ... */
    private static final double REACH = 1;

    private static final double FIRST_REACH = 3;

    /** ... and so many more for each second since it was seen. */
    private static final double REACH_PER_SECOND = 5;

    /** Longer without a sight of it makes its place no less certain than that. */
    private static final double MOST_SECONDS = 2;

    /** Its width may change by e^0.3, a third, at once and by e^0.7 in each second. */
    private static final double GROWTH = 0.3;

    private static final double GROWTH_PER_SECOND = 0.7;

    /** A plate this exactly where it is expected, so soon, is the same one whatever it says: a car is not replaced so fast. */
    private static final double SURE_OVERLAP = 0.4;

    private static final double SURE_SECONDS = 0.6;
    private static final double SURE_GROWTH = 0.25;

    /** Doubtful texts decide nothing; the place must fit so well or so much of the texts agree. */
    private static final double SOME_OVERLAP = 0.2;

    private static final double SOME_AGREEMENT = 0.5;

    /** A text of so many characters, read more likely right than wrong, tells a vehicle anywhere in the picture. */
    private static final int TELLING_LENGTH = 5;

    private static final double TELLING_CONFIDENCE = 0.5;

    private record Pair(SoftRead read, Track track, double score) {}

    private Matching() {}

    /** For each read that belongs to one of the tracks, that track; in no order. */
    static Map<SoftRead, Track> of(List<SoftRead> reads, List<Track> tracks, Duration time) {
        var pairs = new ArrayList<Pair>();
        for (SoftRead read : reads) {
            for (Track track : tracks) {
                double score = score(read, track, time);
                if (score > 0) {
                    pairs.add(new Pair(read, track, score));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        var matched = new HashMap<SoftRead, Track>();
        var taken = new HashSet<Track>();
        for (Pair pair : pairs) {
            if (!matched.containsKey(pair.read()) && taken.add(pair.track())) {
                matched.put(pair.read(), pair.track());
            }
        }
        return matched;
    }

    /** Whether the text alone says that a read is of a track's vehicle. */
    static boolean isTold(SoftRead read, Track track) {
        return Math.min(read.text().positions().size(), track.text().length()) >= TELLING_LENGTH
                && Math.min(read.confidence(), track.confidence()) >= TELLING_CONFIDENCE
                && track.likeness(read) == Likeness.SAME;
    }

    /** 0 when the two cannot belong together; the same text counts 2, a place that fits up to 1. */
    private static double score(SoftRead read, Track track, Duration time) {
        if (!track.isInView()) {
            return isTold(read, track) ? 1 : 0;
        }
        Box box = read.read().plate().box();
        Box last = track.course().last().quad().bounds();
        Point expected = track.course().expectedAt(time);
        double elapsed = Course.seconds(time.minus(track.lastSeen()));
        double distance = expected.distanceTo(box.center()) / Math.max(1, Math.max(last.width(), box.width()));
        double growth = Math.abs(Math.log(Math.max(1, box.width()) / Math.max(1, last.width())));
        double overlap = box.iou(new Box(
                expected.x() - last.width() / 2, expected.y() - last.height() / 2, last.width(), last.height()));
        double reach = (track.course().hasVelocity() ? REACH : FIRST_REACH)
                + REACH_PER_SECOND * Math.min(MOST_SECONDS, elapsed);
        boolean isNear = distance <= reach && growth <= GROWTH + GROWTH_PER_SECOND * Math.min(MOST_SECONDS, elapsed);
        double closeness = Math.exp(-distance);
        return switch (track.likeness(read)) {
            case SAME -> isNear || isTold(read, track) ? 2 + closeness : 0;
            case UNCLEAR -> {
                boolean fits = overlap >= SOME_OVERLAP || read.text().agreement(track.text()) >= SOME_AGREEMENT;
                yield isNear && fits ? 1 + closeness : 0;
            }
            case DIFFERENT -> {
                boolean isThere = overlap >= SURE_OVERLAP && elapsed <= SURE_SECONDS && growth <= SURE_GROWTH;
                yield isThere && !track.isParked() ? closeness : 0;
            }
        };
    }
}
