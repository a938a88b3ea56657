package dev.gantry.read;

import dev.gantry.plate.Quad;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts a plate a little differently when the first reading leaves doubt: a detector's corners lie a few per cent off, which
 * costs the first character here and tilts the letters there. A reading that depends on where exactly the plate was cut
 * was luck; the mean over several cuts has less of it. Only doubtful plates pay for it.
 */
final class SecondLook {

    /** By how much the corners of a plate are mostly off, as shares of its width and height. */
    private static final double OFF_X = 0.04;

    private static final double OFF_Y = 0.08;

    /**
     * How many times likelier a text is right than its mean over the cuts says: cuts that went wrong drag the mean down. On
     * plates that the reader was not trained on, after calibration.
     */
    private static final double UNDERSTATED = 3;

    private SecondLook() {}

    /** The calibration of a mean over several cuts, from that of a single one. */
    static Calibration calibration(Calibration ofOne) {
        return ofOne.withOddsTimes(UNDERSTATED);
    }

    /**
     * The cuts beside the plate itself. A plate that was seen once is cut tighter, leaning either way, and upright as if its
     * corners were not known; several views differ in slant by themselves.
     *
     * @param others the plate as seen in further looks
     */
    static List<Quad> cuts(Quad plate, List<Quad> others) {
        if (others.isEmpty()) {
            return List.of(tighter(plate), plate.slanted(OFF_X), plate.slanted(-OFF_X), upright(plate));
        }
        return Stream.concat(
                        Stream.of(tighter(plate), upright(plate)),
                        others.stream().flatMap(other -> Stream.of(other, tighter(other), upright(other))))
                .toList();
    }

    private static Quad tighter(Quad plate) {
        return plate.grown(-OFF_X, -OFF_Y);
    }

    private static Quad upright(Quad plate) {
        return Quad.of(plate.bounds());
    }
}
