package dev.gantry.server.web.reads;

import dev.gantry.server.history.Likeness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two texts laid beside each other along the cheapest way from one to the other.
 *
 * @param distance the sum of the changes
 */
record Alignment(double distance, List<Pair> pairs) {

    Alignment {
        pairs = List.copyOf(pairs);
    }

    /**
     * What stands beside each other; null where there is nothing.
     *
     * @param place of {@code to} in its text, from 0; that of the one before it when there is none
     */
    record Pair(@Nullable String from, @Nullable String to, int place) {}

    static Alignment of(List<String> from, List<String> to) {
        double[][] least = costs(from, to);
        List<Pair> pairs = new ArrayList<>();
        int i = from.size();
        int k = to.size();
        while (i > 0 || k > 0) {
            if (i > 0 && k > 0 && least[i][k] == least[i - 1][k - 1] + cost(from.get(i - 1), to.get(k - 1))) {
                i--;
                k--;
                pairs.add(new Pair(from.get(i), to.get(k), k));
            } else if (k > 0 && least[i][k] == least[i][k - 1] + 1) {
                k--;
                pairs.add(new Pair(null, to.get(k), k));
            } else {
                i--;
                pairs.add(new Pair(from.get(i), null, k - 1));
            }
        }
        return new Alignment(least[from.size()][to.size()], pairs.reversed());
    }

    private static double[][] costs(List<String> from, List<String> to) {
        var least = new double[from.size() + 1][to.size() + 1];
        for (int i = 0; i <= from.size(); i++) {
            for (int k = 0; k <= to.size(); k++) {
                if (i == 0 || k == 0) {
                    least[i][k] = i + k;
                } else {
                    least[i][k] = Math.min(
                            least[i - 1][k - 1] + cost(from.get(i - 1), to.get(k - 1)),
                            1 + Math.min(least[i - 1][k], least[i][k - 1]));
                }
            }
        }
        return least;
    }

    private static double cost(String a, String b) {
        return Likeness.distance(a, b);
    }
}
