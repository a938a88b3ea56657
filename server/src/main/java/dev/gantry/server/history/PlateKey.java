package dev.gantry.server.history;

import dev.gantry.plate.PlainLetters;
import java.util.Locale;

/** The form of a plate's text that searches compare: plain capital letters and digits alone, of any script. */
public final class PlateKey {

    private PlateKey() {}

    /** Without spaces, dashes and other separators, in capitals without dots: {@code "gö-ab 12"} gives {@code "GOAB12"}. */
    public static String of(String text) {
        var key = new StringBuilder(text.length());
        text.toUpperCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(PlainLetters::of)
                .forEach(key::appendCodePoint);
        return key.toString();
    }
}
