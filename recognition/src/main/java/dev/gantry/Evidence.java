package dev.gantry;

import dev.gantry.grammar.Interpretation;

/**
 * How likely a candidate that has been read is a plate. The detector alone takes words for plates: name plates, shop signs,
 * scoreboards. But plates are mostly read more surely, and nearly all of their texts follow a format that some country has,
 * while words don't. A logistic regression on the candidates in the training pictures weighs the three; a plate
 * without a known format, or one that can hardly be read, needs a surer detection and is no less possible.
 */
final class Evidence {

    /** From this probability on a candidate is reported: as likely a plate as not. */
    static final double ENOUGH = 0.5;

    /** For each time that the detection score holds the detector's threshold. */
    private static final double SCORE = 4.9;

    /** For the log-odds of the text being right. */
    private static final double CONFIDENCE = 0.5;

    private static final double FORMAT = 2.2;

    private static final double BIAS = -9.6;

    /** Keeps a reading of which nothing is known, or everything, from deciding alone. */
    private static final double LEAST_DOUBT = 0.001;

    private Evidence() {}

    /**
     * The probability that it is a plate.
     *
     * @param score in detection thresholds
     * @param formats whether formats were asked at all
     */
    static double of(double score, Interpretation interpretation, boolean formats) {
        double confidence = Math.clamp(interpretation.reading().confidence(), LEAST_DOUBT, 1 - LEAST_DOUBT);
        double fit = fit(interpretation, formats);
        double logOdds = BIAS + SCORE * score + CONFIDENCE * Math.log(confidence / (1 - confidence)) + FORMAT * fit;
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double fit(Interpretation interpretation, boolean formats) {
        if (!formats) {
            return 0.5; // nobody knows
        }
        return interpretation.regions().isEmpty() ? 0 : 1;
    }
}
