package dev.gantry.server.history;

import java.util.regex.Pattern;

/** What of a text can be printed: some senders' texts have control characters, of which databases refuse one. */
public final class Printable {

    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

    private Printable() {}

    /** The text without anything else, and without space around it. */
    public static String of(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("").strip();
    }
}
