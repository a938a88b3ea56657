package dev.gantry.server.history;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How easily one plate is taken for another: the least sum of changes that turn one text into the other (Levenshtein,
 * 1966), where characters that look alike cost little.
 */
public final class Likeness {

    /** Characters of a group are confused with each other by readers and by people. */
    private static final List<String> LOOKALIKES =
            List.of("0ODQ", "1IL", "2Z", "5S", "6G", "8B", "VY", "UV", "MN", "CG", "4A", "7T", "EF", "PR", "KX");

    /** What only few readers confuse is not folded: folding must put into one class only what is nearly the same. */
    private static final int FOLDED_GROUPS = 6;

    /** A lookalike costs so much; any other change costs 1. */
    public static final double CONFUSION = 0.25;

    private static final Map<Integer, Integer> FOLDING = LOOKALIKES.subList(0, FOLDED_GROUPS).stream()
            .flatMap(group -> group.chars().mapToObj(c -> Map.entry(c, (int) group.charAt(0))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Likeness() {}

    /** The text with every lookalike replaced by its group's first: plates of distance 0 to 1 mostly fold to the same. */
    public static String folded(String plate) {
        return plate.codePoints()
                .map(c -> FOLDING.getOrDefault(c, c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** 0 for equal texts; symmetric; never less than the difference of the lengths. */
    public static double distance(String a, String b) {
        int[] first = a.codePoints().toArray();
        int[] second = b.codePoints().toArray();
        var above = new double[second.length + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= first.length; i++) {
            var row = new double[second.length + 1];
            row[0] = i;
            for (int k = 1; k <= second.length; k++) {
                double changed = above[k - 1] + substitution(first[i - 1], second[k - 1]);
                row[k] = Math.min(changed, 1 + Math.min(above[k], row[k - 1]));
            }
            above = row;
        }
        return above[second.length];
    }

    private static double substitution(int a, int b) {
        if (a == b) {
            return 0;
        }
        boolean alike = LOOKALIKES.stream().anyMatch(group -> group.indexOf(a) >= 0 && group.indexOf(b) >= 0);
        return alike ? CONFUSION : 1;
    }
}
