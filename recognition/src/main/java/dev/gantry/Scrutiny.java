package dev.gantry;

import dev.gantry.detect.Detection;
import dev.gantry.detect.PlateDetector;
import dev.gantry.grammar.Interpretation;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.read.Glance;
import dev.gantry.read.PlateReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a candidate with the effort that it deserves. One glance is enough for most: a plate that is seen and read surely,
 * or something that nobody could read. The others are brought into focus, so that the detector tells once more how much a
 * plate they are and where its corners lie, and are read from both places. Where the looks disagree, the text that
 * survives both is mostly right.
 */
final class Scrutiny {

    /**
     * Of 136 candidates in training scenes that were read less surely than this at a glance, one was a plate, and no
     * further look read that one.
     */
    private static final double HOPELESS = 0.01;

    /** A candidate that is a plate by this probability after a glance is one. */
    private static final double CLEAR = 0.95;

    private final PlateDetector detector;
    private final PlateReader reader;
    private final RecognizerOptions options;
    private final double threshold;

    /** @param detection as all looks together see it */
    record Heard(Detection detection, Interpretation interpretation) {}

    Scrutiny(PlateDetector detector, PlateReader reader, RecognizerOptions options, double threshold) {
        this.detector = detector;
        this.reader = reader;
        this.options = options;
        this.threshold = threshold;
    }

    Heard read(Image image, Detection candidate, @Nullable PlateGrammar formats) {
        Glance glance = reader.glance(image, candidate.quad());
        Interpretation first =
                Interpretation.of(glance.reading(), candidate.quad().aspect(), formats);
        boolean inFocus = !detector.isOutOfFocus(image, candidate);
        boolean hopeless = first.reading().confidence() < HOPELESS;
        if (inFocus && (hopeless || (glance.isSure() && isClear(candidate, first)))) {
            return new Heard(candidate, first);
        }
        Detection focused = detector.focus(image, candidate);
        Detection seen = together(candidate, focused);
        if ((inFocus && glance.isSure()) || !Evidence.canStillConvince(seen.score() / threshold)) {
            return new Heard(seen, first);
        }
        var reading = glance.closer().read(otherViews(candidate, focused));
        return new Heard(seen, Interpretation.of(reading, seen.quad().aspect(), formats));
    }

    private boolean isClear(Detection candidate, Interpretation glance) {
        return Evidence.of(candidate.score() / threshold, glance, options.formats()) >= CLEAR;
    }

    /** The place of the look that is surer of itself. */
    private static Detection together(Detection first, Detection second) {
        Detection better = second.score() > first.score() ? second : first;
        return new Detection(better.box(), better.quad(), (first.score() + second.score()) / 2);
    }

    private static List<Quad> otherViews(Detection first, Detection second) {
        return second.score() == 0 || second.quad().equals(first.quad()) ? List.of() : List.of(second.quad());
    }
}
