package dev.gantry.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Connectionist temporal classification: a text's probability is the sum over all ways to spread it over the frames, with
 * blanks between (A. Graves et al., "Connectionist Temporal Classification", ICML 2006). Each frame is divided by its
 * largest probability first, so that plain numbers suffice where others take logarithms: a likely text's sum stays near 1.
 */
final class CtcHead implements Head {

    private final Frames scaled;

    /** Logarithm of what the scaling took away. */
    private final double logScale;

    CtcHead(Frames frames) {
        var values = frames.probabilities().clone();
        double log = 0;
        for (int t = 0; t < frames.steps(); t++) {
            double highest = frames.highest(t);
            for (int c = 0; c < frames.classes(); c++) {
                values[t * frames.classes() + c] /= highest;
            }
            log += Math.log(highest);
        }
        scaled = new Frames(frames.steps(), frames.classes(), frames.blank(), values);
        logScale = log;
    }

    @Override
    public List<Hypothesis> hypotheses() {
        return PrefixBeamSearch.of(scaled).stream()
                .map(found -> new Hypothesis(found.text(), found.logProbability() + logScale))
                .toList();
    }

    @Override
    public double logProbability(List<Integer> text) {
        return Math.log(new CtcTrellis(scaled, text).probability()) + logScale;
    }

    /** From the probabilities of the text with one character replaced by each class in turn, and without that character. */
    @Override
    public double[][] positions(List<Integer> text) {
        double[][] rows = new CtcTrellis(scaled, text).replacing();
        for (int k = 0; k < rows.length; k++) {
            var without = new ArrayList<>(text);
            without.remove(k);
            rows[k][scaled.blank()] = new CtcTrellis(scaled, without).probability();
            Distribution.normalize(rows[k]);
        }
        return rows;
    }
}
