package dev.gantry.server.evaluate;

import java.util.Locale;

/** How texts of plates are compared. */
public final class PlateText {

    private PlateText() {}

    /** Upper case, letters and digits of any script alone: no spaces, dashes or dots. */
    public static String normalize(String text) {
        return text.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A normalised text with O as 0 and I as 1, since many plates and labels do not tell them apart. */
    public static String fold(String text) {
        return text.replace('O', '0').replace('I', '1');
    }

    /** The number of characters, counting one outside the basic plane once. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * The least number of insertions, deletions and replacements that turn one text into the other (V. Levenshtein, 1966),
     * by dynamic programming over one row.
     */
    static int distance(String from, String to) {
        int[] a = from.codePoints().toArray();
        int[] b = to.codePoints().toArray();
        var row = new int[b.length + 1];
        for (int j = 0; j <= b.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length; i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length; j++) {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length];
    }
}
