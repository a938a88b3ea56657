package dev.gantry.read;

import java.util.Comparator;
import java.util.List;

/**
 * One possible text.
 *
 * @param text indices of the characters' classes
 * @param logProbability natural logarithm of the probability of the whole text
 */
record Hypothesis(List<Integer> text, double logProbability) {

    static final Comparator<Hypothesis> BEST_FIRST =
            Comparator.comparingDouble(Hypothesis::logProbability).reversed();

    Hypothesis {
        text = List.copyOf(text);
    }
}
