package dev.gantry.server.history;

import java.util.Locale;

/** The form of a plate's text that searches compare: capital letters and digits alone, of any script. */
public final class PlateKey {

    private PlateKey() {}

    /** Without spaces, dashes and other separators, in capitals: {@code "ab-12 cd"} gives {@code "AB12CD"}. */
    public static String of(String text) {
        var key = new StringBuilder(text.length());
        text.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
