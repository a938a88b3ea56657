package dev.gantry.server.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The setting that a user most likely meant, when one is near enough to what was written. */
final class NearestName {

    private NearestName() {}

    /** Two letters in the wrong order; in longer names every third letter may be wrong. */
    private static final int EDITS_AT_LEAST = 2;

    private static final int LETTERS_FOR_EACH_EDIT = 3;

    /** The key that is fewest edits away; a name without its group, such as "maxBytes", counts as well. */
    static Optional<String> to(String wrong) {
        return nearest(
                wrong,
                SettingKey::name,
                name -> Math.min(distance(wrong, name), distance(lastPart(wrong), lastPart(name)) + 1));
    }

    static Optional<String> toVariable(String wrong) {
        return nearest(wrong, SettingKey::variable, name -> distance(wrong, name));
    }

    private static Optional<String> nearest(
            String wrong, Function<SettingKey<?>, String> names, ToIntFunction<String> edits) {
        int most = Math.max(EDITS_AT_LEAST, wrong.length() / LETTERS_FOR_EACH_EDIT);
        return SettingKeys.ALL.stream()
                .map(names)
                .min(Comparator.comparingInt(edits))
                .filter(name -> edits.applyAsInt(name) <= most);
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Levenshtein distance, ignoring case: insertions, deletions and substitutions of one character. */
    static int distance(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
