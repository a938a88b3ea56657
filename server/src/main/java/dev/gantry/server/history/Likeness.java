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

    /** Characters of a group are confused with each other by readers and by people; no character is in two groups. */
    private static final List<String> LOOKALIKES =
            List.of("0ODQ", "1IL", "2Z", "5S", "6GC", "8B", "UVY", "MN", "4A", "7T", "EF", "PR", "KX");

    /** A lookalike costs so much; any other change costs 1. */
    public static final double CONFUSION = 0.25;

    private static final Map<Integer, Integer> FOLDING = LOOKALIKES.stream()
            .flatMap(group -> group.chars().mapToObj(c -> Map.entry(c, (int) group.charAt(0))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Likeness() {}

    /** The text with every lookalike replaced by its group's first. Texts that differ by lookalikes alone fold to the same. */
    public static String folded(String plate) {
        return plate.codePoints()
                .map(Likeness::folded)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int folded(int character) {
        return FOLDING.getOrDefault(character, character);
    }

    /** 0 for equal texts; symmetric; never less than the difference of the lengths. */
    public static double distance(String a, String b) {
        int[] first = a.codePoints().toArray();
        int[] second = b.codePoints().toArray();
        int[] firstFolded = Arrays.stream(first).map(Likeness::folded).toArray();
        int[] secondFolded = Arrays.stream(second).map(Likeness::folded).toArray();
        var above = new double[second.length + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= first.length; i++) {
            var row = new double[second.length + 1];
            row[0] = i;
            for (int k = 1; k <= second.length; k++) {
                double substitution;
                if (first[i - 1] == second[k - 1]) {
                    substitution = 0;
                } else {
                    substitution = firstFolded[i - 1] == secondFolded[k - 1] ? CONFUSION : 1;
                }
                row[k] = Math.min(above[k - 1] + substitution, 1 + Math.min(above[k], row[k - 1]));
            }
            above = row;
        }
        return above[second.length];
    }
}
