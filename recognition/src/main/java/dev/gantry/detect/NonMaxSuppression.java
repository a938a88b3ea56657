package dev.gantry.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Greedy suppression of overlaps: the best candidate stays and takes away those that cover the same place. Equal scores
 * keep the order in which they came, so that the same candidates always give the same answer.
 */
final class NonMaxSuppression {

    /** Two boxes that share more of their union are the same plate. */
    private static final double MOST_UNION = 0.4;

    /** A box of which more lies inside a better one is a part of that plate. */
    private static final double MOST_INSIDE = 0.8;

    /** Cost is quadratic in the candidates; no picture has more plates than this, but noise may. */
    private static final int MOST_CANDIDATES = 300;

    private NonMaxSuppression() {}

    /** Those that stay, best first. */
    static List<Detection> apply(List<Detection> candidates) {
        return inOrder(candidates.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .limit(MOST_CANDIDATES)
                .toList());
    }

    /**
     * Those that stay of two looks at a picture, each of them without overlaps, best first.
     *
     * @param preferred these take away any of the others that cover the same place, whatever the scores are
     */
    static List<Detection> merged(List<Detection> preferred, List<Detection> others) {
        var candidates = new ArrayList<>(preferred);
        candidates.addAll(others);
        return inOrder(candidates).stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
    }

    /** Those that stay when an earlier one always beats a later one. */
    private static List<Detection> inOrder(List<Detection> candidates) {
        var kept = new ArrayList<Detection>();
        for (Detection candidate : candidates) {
            if (kept.stream().noneMatch(better -> same(better, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static boolean same(Detection a, Detection b) {
        double smaller = Math.min(a.box().area(), b.box().area());
        return a.box().iou(b.box()) > MOST_UNION
                || (smaller > 0 && a.box().intersection(b.box()) / smaller > MOST_INSIDE);
    }
}
