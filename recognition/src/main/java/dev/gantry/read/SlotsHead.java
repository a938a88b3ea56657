package dev.gantry.read;

import java.util.ArrayList;
import java.util.List;

/** One slot for each position of the text, each judged by itself; the first empty slot ends the text. */
final class SlotsHead implements Head {

    private static final int WIDTH = 10;

    /** A class that is this much less likely than its slot's best is not looked at. */
    private static final double LEAST_SHARE = 1e-4;

    private final Frames slots;

    SlotsHead(Frames slots) {
        this.slots = slots;
    }

    @Override
    public List<Hypothesis> hypotheses() {
        var ended = new ArrayList<Hypothesis>();
        List<Hypothesis> open = List.of(new Hypothesis(List.of(), 0));
        for (int slot = 0; slot < slots.steps(); slot++) {
            var longer = new ArrayList<Hypothesis>();
            int[] likely = slots.likely(slot, LEAST_SHARE);
            for (Hypothesis hypothesis : open) {
                for (int c : likely) {
                    double log = hypothesis.logProbability() + Math.log(slots.probability(slot, c));
                    if (c == slots.blank()) {
                        ended.add(new Hypothesis(hypothesis.text(), log));
                    } else {
                        longer.add(new Hypothesis(append(hypothesis.text(), c), log));
                    }
                }
            }
            open = best(longer);
        }
        ended.addAll(open);
        return best(ended);
    }

    private static List<Hypothesis> best(List<Hypothesis> hypotheses) {
        return hypotheses.stream().sorted(Hypothesis.BEST_FIRST).limit(WIDTH).toList();
    }

    private static List<Integer> append(List<Integer> text, int symbol) {
        var longer = new ArrayList<>(text);
        longer.add(symbol);
        return longer;
    }

    @Override
    public double logProbability(List<Integer> text) {
        if (text.size() > slots.steps()) {
            return Double.NEGATIVE_INFINITY;
        }
        double log = 0;
        for (int k = 0; k < text.size(); k++) {
            log += Math.log(slots.probability(k, text.get(k)));
        }
        return text.size() < slots.steps() ? log + Math.log(slots.probability(text.size(), slots.blank())) : log;
    }

    @Override
    public double[][] positions(List<Integer> text) {
        var rows = new double[text.size()][slots.classes()];
        // A text may be longer than there are slots: of its end this head knows nothing.
        for (int k = 0; k < Math.min(rows.length, slots.steps()); k++) {
            System.arraycopy(slots.probabilities(), k * slots.classes(), rows[k], 0, slots.classes());
        }
        return rows;
    }
}
