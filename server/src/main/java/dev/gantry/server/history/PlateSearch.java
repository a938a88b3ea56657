package dev.gantry.server.history;

/** How a plate is looked for; each text is compared by its {@link PlateKey}. */
public sealed interface PlateSearch {

    /** The whole plate. */
    record Exact(String plate) implements PlateSearch {}

    /** How it begins. */
    record Prefix(String start) implements PlateSearch {}

    /** Any part of it. */
    record Contains(String part) implements PlateSearch {}

    /** {@code ?} stands for one character, {@code *} for any number of them. */
    record Wildcard(String pattern) implements PlateSearch {}

    /** Plates that may have been read instead of this one, likest first. */
    record Similar(String plate) implements PlateSearch {}
}
