package dev.gantry.server.history;

import java.util.Locale;

/** What a person says of a read. */
public enum Verdict {
    /** The text is right. */
    CONFIRMED,
    /** There is a plate, but it says something else. */
    CORRECTED,
    /** There is no plate. */
    NOT_A_PLATE,
    /** What was said before does not count: nothing is said of the read. */
    UNDONE;

    /** As it is written in JSON, in rows and in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such verdict */
    public static Verdict of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
