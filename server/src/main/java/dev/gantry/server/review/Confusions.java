package dev.gantry.server.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which characters were taken for which, from corrections. */
public final class Confusions {

    /** Stands for a character that is not there. */
    public static final String NOTHING = "";

    private Confusions() {}

    /**
     * One character taken for another, and how often.
     *
     * @param read what was read, or {@link #NOTHING} when a character was missed
     * @param truth what stands there, or {@link #NOTHING} when nothing does
     */
    public record Confusion(String read, String truth, int count) {}

    private record Pair(String read, String truth) {}

    /** The confusions in all corrections, the most frequent first. */
    public static List<Confusion> of(List<Correction> corrections) {
        Map<Pair, Integer> counts = new HashMap<>();
        for (Correction correction : corrections) {
            align(correction).forEach(pair -> counts.merge(pair, 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .map(entry ->
                        new Confusion(entry.getKey().read(), entry.getKey().truth(), entry.getValue()))
                .sorted(Comparator.comparingInt(Confusion::count)
                        .reversed()
                        .thenComparing(Confusion::truth)
                        .thenComparing(Confusion::read))
                .toList();
    }

    /** The differing characters of the cheapest way from one text to the other (Wagner and Fischer, 1974). */
    private static List<Pair> align(Correction correction) {
        int[] read = correction.read().codePoints().toArray();
        int[] truth = correction.truth().codePoints().toArray();
        int[][] cost = costs(read, truth);
        var pairs = new ArrayList<Pair>();
        int i = read.length;
        int k = truth.length;
        while (i > 0 || k > 0) {
            if (i > 0 && k > 0 && cost[i][k] == cost[i - 1][k - 1] + (read[i - 1] == truth[k - 1] ? 0 : 1)) {
                i--;
                k--;
                if (read[i] != truth[k]) {
                    pairs.add(new Pair(Character.toString(read[i]), Character.toString(truth[k])));
                }
            } else if (i > 0 && cost[i][k] == cost[i - 1][k] + 1) {
                pairs.add(new Pair(Character.toString(read[--i]), NOTHING));
            } else {
                pairs.add(new Pair(NOTHING, Character.toString(truth[--k])));
            }
        }
        return pairs;
    }

    private static int[][] costs(int[] read, int[] truth) {
        var cost = new int[read.length + 1][truth.length + 1];
        for (int i = 0; i <= read.length; i++) {
            for (int k = 0; k <= truth.length; k++) {
                if (i == 0 || k == 0) {
                    cost[i][k] = i + k;
                    continue;
                }
                int replaced = cost[i - 1][k - 1] + (read[i - 1] == truth[k - 1] ? 0 : 1);
                cost[i][k] = Math.min(replaced, 1 + Math.min(cost[i - 1][k], cost[i][k - 1]));
            }
        }
        return cost;
    }
}
