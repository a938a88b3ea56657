package dev.gantry.read;

import java.util.stream.IntStream;

/**
 * A head's output: for each step the probabilities of all classes, which are the alphabet and the blank.
 *
 * @param steps frames of a CTC head or slots of a slot head
 * @param classes the alphabet's size plus one
 * @param blank index of the class that is no character
 * @param probabilities steps x classes values above 0; each step sums to 1
 */
record Frames(int steps, int classes, int blank, double[] probabilities) {

    double probability(int step, int symbol) {
        return probabilities[step * classes + symbol];
    }

    /** The largest probability of a step. */
    double highest(int step) {
        double highest = 0;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, probability(step, c));
        }
        return highest;
    }

    /**
     * The classes of a step that are not much less likely than its best.
     *
     * @param leastShare of the best one's probability
     */
    int[] likely(int step, double leastShare) {
        double least = highest(step) * leastShare;
        return IntStream.range(0, classes)
                .filter(c -> probability(step, c) >= least)
                .toArray();
    }
}
