package dev.gantry.read;

import java.util.List;

/**
 * Several heads as one, those of one model or of several looks at a plate: a mixture of experts. A text's probability is the
 * mean of what all give it, and its characters' distributions are weighted by how much each head believes the text. A head
 * that is lost (it gives every text next to nothing) leaves the decision to the others, and those that agree confirm each
 * other; a product would let the lost one veto.
 */
final class Heads implements Head {

    /** As many as one head gives: less likely ones only cost time. */
    private static final int MOST_HYPOTHESES = 10;

    private final List<Head> heads;

    private Heads(List<Head> heads) {
        this.heads = heads;
    }

    /** @param heads one or more */
    static Head combined(List<Head> heads) {
        return heads.size() == 1 ? heads.getFirst() : new Heads(List.copyOf(heads));
    }

    @Override
    public List<Hypothesis> hypotheses() {
        return heads.stream()
                .flatMap(head -> head.hypotheses().stream())
                .map(Hypothesis::text)
                .distinct()
                .map(text -> new Hypothesis(text, logProbability(text)))
                .sorted(Hypothesis.BEST_FIRST)
                .limit(MOST_HYPOTHESES)
                .toList();
    }

    @Override
    public double logProbability(List<Integer> text) {
        double sum = 0;
        for (Head head : heads) {
            sum += Math.exp(head.logProbability(text));
        }
        return Math.log(sum / heads.size());
    }

    @Override
    public double[][] positions(List<Integer> text) {
        var believed = new double[heads.size()];
        for (int i = 0; i < believed.length; i++) {
            believed[i] = Math.exp(heads.get(i).logProbability(text));
        }
        Distribution.normalize(believed);
        List<double[][]> each = heads.stream().map(head -> head.positions(text)).toList();
        var rows = new double[text.size()][];
        for (int k = 0; k < rows.length; k++) {
            int position = k;
            rows[k] = Distribution.mixed(each.stream().map(one -> one[position]).toList(), believed);
        }
        return rows;
    }
}
