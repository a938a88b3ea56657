package dev.gantry.server.history;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A day of the week as it is written in addresses: {@code mon}, {@code tue} and so on. */
public final class Weekday {

    private static final int LETTERS = 3;

    private Weekday() {}

    public static String name(DayOfWeek day) {
        return day.name().substring(0, LETTERS).toLowerCase(Locale.ROOT);
    }

    /** The day with that name; empty when there is none. */
    public static Optional<DayOfWeek> of(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> name(day).equals(name))
                .findFirst();
    }
}
