package dev.gantry.track;

import dev.gantry.plate.Box;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Texts that have been found never to move. */
final class StaticTexts {

    /** A thing that has not moved for so long, and in so many reads, may be burnt into the picture. */
    static final Duration STILL_FOR = Duration.ofSeconds(2);

    private static final int READS = 5;

    /** Whatever it is: after so long without a movement it is not worth reporting. */
    private static final Duration FOR_GOOD = Duration.ofMinutes(10);

    /** A clock changes; a plate that does not move is not read as so many different sure texts. */
    private static final int TEXTS_OF_A_CLOCK = 3;

    /** More texts than these no camera burns in. */
    private static final int MOST = 32;

    private final boolean formatsKnown;
    private final List<StaticText> learned = new ArrayList<>();

    /** @param formatsKnown whether it can be told that a text fits no plate format */
    StaticTexts(boolean formatsKnown) {
        this.formatsKnown = formatsKnown;
    }

    /** Whether a track is no plate but burnt-in text: it has never moved, and it looks like no plate or changes in place. */
    boolean isStatic(Track track) {
        Duration still = track.lastSeen().minus(track.firstSeen());
        if (track.course().hasMoved() || still.compareTo(STILL_FOR) < 0 || track.reads() < READS) {
            return false;
        }
        return (formatsKnown && !track.fitsFormat())
                || track.sureTexts().size() >= TEXTS_OF_A_CLOCK
                || (!track.isReported() && still.compareTo(FOR_GOOD) >= 0);
    }

    /** Whether a track that is gone was too short to tell, and may as well be such a text: it did not move, nor looks like a plate. */
    boolean mayBeStatic(Track track) {
        return formatsKnown && !track.course().hasMoved() && !track.fitsFormat();
    }

    void learn(Track track, int width, int height) {
        learned.add(text(track, width, height));
        if (learned.size() > MOST) {
            learned.removeFirst();
        }
    }

    private static StaticText text(Track track, int width, int height) {
        Box box = track.course().last().quad().bounds();
        Zone mask = StaticText.mask(box, width, height);
        return new StaticText(box, mask, track.text(), track.firstSeen(), track.lastSeen(), track.reads());
    }

    void clear() {
        learned.clear();
    }

    /** Whether a read is of a text that is known; it is counted then. */
    boolean take(SoftRead read) {
        for (int i = 0; i < learned.size(); i++) {
            if (learned.get(i).isAt(read.read().plate().box())) {
                learned.set(i, learned.get(i).seenAgain(read.read()));
                return true;
            }
        }
        return false;
    }

    /** What has been learned, and what has been standing still for so long that it might as well be left out. */
    List<StaticText> suggestions(List<Track> tracks, int width, int height) {
        var all = new ArrayList<>(learned);
        for (Track track : tracks) {
            Duration still = track.lastSeen().minus(track.firstSeen());
            if (!track.course().hasMoved() && still.compareTo(FOR_GOOD) >= 0) {
                all.add(text(track, width, height));
            }
        }
        return all;
    }
}
