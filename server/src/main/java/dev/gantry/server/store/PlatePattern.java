package dev.gantry.server.store;

import dev.gantry.server.history.PlateKey;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A search for part of a plate: {@code ?} is one character, {@code *} any number. Nothing else than these, letters and
 * digits is in it, so that it needs no escapes.
 */
record PlatePattern(String glob) {

    static PlatePattern containing(String part) {
        return new PlatePattern("*" + PlateKey.of(part) + "*");
    }

    static PlatePattern startingWith(String start) {
        return new PlatePattern(PlateKey.of(start) + "*");
    }

    static PlatePattern wildcard(String pattern) {
        String kept = pattern.codePoints()
                .mapToObj(c -> c == '?' || c == '*' ? Character.toString(c) : PlateKey.of(Character.toString(c)))
                .collect(Collectors.joining());
        return new PlatePattern(kept);
    }

    /** The pattern for SQL's LIKE. */
    String like() {
        return glob.replace('?', '_').replace('*', '%');
    }

    /** What every match begins with; may be empty. */
    String start() {
        return glob.split("[?*]", 2)[0];
    }

    /** Length of the longest run of given characters. */
    int longestRun() {
        return Arrays.stream(glob.split("[?*]")).mapToInt(String::length).max().orElse(0);
    }
}
