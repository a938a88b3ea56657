package dev.gantry.rendering;

/**
 * How a drawn typeface strokes its skeletons: one die set of a plate press.
 *
 * @param weight stroke width in cap heights
 * @param width width of an ordinary letter in cap heights
 * @param digitWidth width of an ordinary digit in cap heights
 * @param radius largest corner radius in cap heights; more than half the width gives ovals
 * @param chamfered corners cut straight instead of rounded
 * @param roundEnds round stroke ends, as a milling cutter leaves them
 * @param dotted drawn as a row of dots
 * @param serifs feet on A, H, I, M, N and their like, as on typewriter-like dies
 * @param variants the names of skeletons to take instead of the ordinary ones, for example {@code "1bar"}
 */
record Die(
        String name,
        double weight,
        double width,
        double digitWidth,
        double radius,
        boolean chamfered,
        boolean roundEnds,
        boolean dotted,
        boolean serifs,
        String variants) {

    static Die rounded(String name, double weight, double width, double digitWidth, double radius, String variants) {
        return new Die(name, weight, width, digitWidth, radius, false, false, false, false, variants);
    }

    Die withName(String changed) {
        return new Die(changed, weight, width, digitWidth, radius, chamfered, roundEnds, dotted, serifs, variants);
    }

    Die withWeight(double changed) {
        return new Die(name, changed, width, digitWidth, radius, chamfered, roundEnds, dotted, serifs, variants);
    }

    Die withRoundEnds() {
        return new Die(name, weight, width, digitWidth, radius, chamfered, true, dotted, serifs, variants);
    }

    Die withChamfer() {
        return new Die(name, weight, width, digitWidth, radius, true, roundEnds, dotted, serifs, variants);
    }

    Die withDots() {
        return new Die(name, weight, width, digitWidth, radius, chamfered, true, true, serifs, variants);
    }

    Die withSerifs() {
        return new Die(name, weight, width, digitWidth, radius, chamfered, roundEnds, dotted, true, variants);
    }
}
