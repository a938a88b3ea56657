package dev.gantry.training.reader;

import dev.gantry.image.Standardized;
import dev.gantry.training.data.Texts;

/**
 * Tells which strips a reader already reads surely: little is learned from more of them (hard example mining, Shrivastava et
 * al., "Training region-based object detectors with online hard example mining", 2016, here before training).
 */
final class EasyStrips {

    /** How likely the best path through the frames must be at least. */
    private static final double SURE = 0.9;

    private final CtcReader reader;
    private final Alphabet alphabet;

    /** @param alphabet that of the samples */
    EasyStrips(CtcReader reader, Alphabet alphabet) {
        this.reader = reader;
        this.alphabet = alphabet;
    }

    boolean contain(StripSample sample) {
        float[] scores = reader.scores(Standardized.of(sample.strip()));
        int[] path = reader.alphabet().best(scores, 0, ReaderNet.STEPS);
        return Texts.same(reader.alphabet().collapse(path), alphabet.decode(sample.text()))
                && probability(path, scores) >= SURE;
    }

    private double probability(int[] path, float[] scores) {
        int classes = reader.alphabet().classes();
        double logarithm = 0;
        for (int step = 0; step < path.length; step++) {
            double best = scores[step * classes + path[step]];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                sum += Math.exp(scores[step * classes + c] - best);
            }
            logarithm -= Math.log(sum);
        }
        return Math.exp(logarithm);
    }
}
