package dev.gantry.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Two heads of one model as one. Where both see equally many characters their opinions are averaged in the logarithmic
 * domain; where they differ, one of them has dropped or doubled a character, and the one that is surer of its text for
 * each character is followed alone.
 */
final class Heads implements Head {

    private final Head first;
    private final Head second;

    private Heads(Head first, Head second) {
        this.first = first;
        this.second = second;
    }

    static Head combined(Head first, Head second) {
        Hypothesis one = first.hypotheses().getFirst();
        Hypothesis other = second.hypotheses().getFirst();
        if (one.text().size() == other.text().size()) {
            return new Heads(first, second);
        }
        return one.perCharacter() >= other.perCharacter() ? first : second;
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
        return (first.logProbability(text) + second.logProbability(text)) / 2;
    }

    @Override
    public double[][] positions(List<Integer> text) {
        double[][] one = first.positions(text);
        double[][] other = second.positions(text);
        var rows = new double[text.size()][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = Distribution.geometricMean(one[k], other[k]);
        }
        return rows;
    }
}
