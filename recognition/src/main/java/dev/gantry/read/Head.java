package dev.gantry.read;

import java.util.List;

/** What one look at a plate says about its text; symbols are indices of classes, the blank not among them. */
interface Head {

    /** Likely texts, best first; never empty, but the best text may be. */
    List<Hypothesis> hypotheses();

    /** Natural logarithm of the probability of a text; negative infinity when it is impossible. */
    double logProbability(List<Integer> text);

    /**
     * For each position of a text how likely each class is there, given that the other positions are right. The entry of
     * the blank is the probability that there is no character at all. A row sums to 1, or to less where a head knows nothing.
     */
    double[][] positions(List<Integer> text);
}
