package dev.gantry.plate;

import java.text.Normalizer;

/**
 * Latin letters without their dots, rings and accents. Plates differ by more than these: people and lists often leave them out,
 * and they are the first that a small picture loses. So formats and searches compare plain letters, while a text keeps them.
 */
public final class PlainLetters {

    private static final int LAST_ASCII = 0x7F;

    private PlainLetters() {}

    /** The text in plain letters. */
    public static String of(String text) {
        return text.codePoints()
                .map(PlainLetters::of)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** U for Ü; any character that is no accented Latin letter is itself. */
    public static int of(int codePoint) {
        if (codePoint <= LAST_ASCII || Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.LATIN) {
            return codePoint;
        }
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFD)
                .codePointAt(0);
    }
}
