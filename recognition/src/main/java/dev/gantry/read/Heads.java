package dev.gantry.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Two heads of one model as one: a mixture of experts. A text's probability is the mean of what both give it, and its
 * characters' distributions are weighted by how much each head believes the text. A head that is lost (it gives every text
 * next to nothing) leaves the decision to the other, and two that agree confirm each other; a product of the two would
 * let the lost one veto.
 */
final class Heads implements Head {

    private final Head first;
    private final Head second;

    private Heads(Head first, Head second) {
        this.first = first;
        this.second = second;
    }

    static Head combined(Head first, Head second) {
        return new Heads(first, second);
    }

    @Override
    public List<Hypothesis> hypotheses() {
        var texts = new LinkedHashSet<List<Integer>>();
        first.hypotheses().forEach(hypothesis -> texts.add(hypothesis.text()));
        second.hypotheses().forEach(hypothesis -> texts.add(hypothesis.text()));
        var scored = new ArrayList<Hypothesis>();
        texts.forEach(text -> scored.add(new Hypothesis(text, logProbability(text))));
        scored.sort(Hypothesis.BEST_FIRST);
        return scored;
    }

    @Override
    public double logProbability(List<Integer> text) {
        return Math.log((Math.exp(first.logProbability(text)) + Math.exp(second.logProbability(text))) / 2);
    }

    @Override
    public double[][] positions(List<Integer> text) {
        double believed = Math.exp(first.logProbability(text));
        double share = believed / Math.max(Double.MIN_NORMAL, believed + Math.exp(second.logProbability(text)));
        double[][] one = first.positions(text);
        double[][] other = second.positions(text);
        var rows = new double[text.size()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Distribution.mixed(one[k], other[k], share);
        }
        return rows;
    }
}
