package dev.gantry.server.store;

/** Ranges of texts with the same beginning. */
final class Prefix {

    /** Sorts behind every character that a plate can have. */
    private static final String BEHIND_ALL = "\uDBFF\uDFFD";

    private Prefix() {}

    /** The first text that is behind all that begin with the given one. */
    static String end(String start) {
        return start + BEHIND_ALL;
    }
}
