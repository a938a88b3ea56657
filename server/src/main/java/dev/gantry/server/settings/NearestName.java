package dev.gantry.server.settings;

import java.util.Comparator;
import java.util.Locale;

/** The setting that a user most likely meant. */
final class NearestName {

    private NearestName() {}

    /** The name of the key that is fewest edits away; a name without its group, such as "maxBytes", counts as well. */
    static String to(String wrong) {
        return SettingKeys.ALL.stream()
                .map(SettingKey::name)
                .min(Comparator.comparingInt(
                        name -> Math.min(distance(wrong, name), distance(lastPart(wrong), lastPart(name)) + 1)))
                .orElseThrow();
    }

    static String toVariable(String wrong) {
        return SettingKeys.ALL.stream()
                .map(SettingKey::variable)
                .min(Comparator.comparingInt(name -> distance(wrong, name)))
                .orElseThrow();
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
