package dev.gantry.read;

import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts a plate a little differently when the first reading leaves doubt: a detector's corners lie a few per cent off, which
 * costs the first character here and tilts the letters there. A reading that depends on where exactly the plate was cut
 * was luck; the mean over several cuts has less of it. Only doubtful plates pay for it.
 */
final class SecondLook {

    /** On training pictures, looking again at plates that were read more surely than this changed nothing. */
    private static final double SURE = 0.9;

    /** By how much the corners of a plate are mostly off, as shares of its width and height. */
    private static final double OFF_X = 0.04;

    private static final double OFF_Y = 0.08;

    /**
     * How many times likelier a text is right than its mean over the cuts says: cuts that went wrong drag the mean down. On
     * plates that the reader was not trained on, after calibration.
     */
    private static final double UNDERSTATED = 3;

    private SecondLook() {}

    static boolean isNeeded(Reading reading) {
        return reading.confidence() < SURE;
    }

    /** The calibration of a mean over several cuts, from that of a single one. */
    static Calibration calibration(Calibration ofOne) {
        return ofOne.withOddsTimes(UNDERSTATED);
    }

    /** Further cuts of a plate: tighter, leaning either way, and upright as if its corners were not known. */
    static List<Quad> cuts(Quad plate) {
        return List.of(tighter(plate), plate.slanted(OFF_X), plate.slanted(-OFF_X), upright(plate));
    }

    /**
     * All cuts of a plate that was seen once, or the telling ones of each view: two views differ in slant by themselves.
     *
     * @param views one or more
     */
    static List<Quad> allCuts(List<Quad> views) {
        if (views.size() == 1) {
            Quad plate = views.getFirst();
            return Stream.concat(Stream.of(plate), cuts(plate).stream()).toList();
        }
        return views.stream()
                .flatMap(plate -> Stream.of(plate, tighter(plate), upright(plate)))
                .toList();
    }

    private static Quad tighter(Quad plate) {
        return plate.grown(-OFF_X, -OFF_Y);
    }

    private static Quad upright(Quad plate) {
        return Quad.of(plate.bounds());
    }
}
