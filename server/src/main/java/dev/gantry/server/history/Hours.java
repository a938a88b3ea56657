package dev.gantry.server.history;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hours of the day: from the beginning of one to the beginning of another. 22 to 6 goes over midnight, 0 to 24 is all day.
 *
 * @param from 0 to 23
 * @param until 0 to 24, another one than {@code from}
 * @param days days of the week on which they count
 * @param zone where it is that time of that day
 */
public record Hours(int from, int until, Set<DayOfWeek> days, ZoneId zone) {

    private static final int DAY = 24;

    public Hours {
        if (from < 0 || from >= DAY || until < 0 || until > DAY || from == until || days.isEmpty()) {
            throw new IllegalArgumentException("no hours of a day: %d to %d".formatted(from, until));
        }
        days = Set.copyOf(days);
    }

    /** On any day. */
    public Hours(int from, int until, ZoneId zone) {
        this(from, until, EnumSet.allOf(DayOfWeek.class), zone);
    }

    /** All day long on some days. */
    public static Hours on(Set<DayOfWeek> days, ZoneId zone) {
        return new Hours(0, DAY, days, zone);
    }

    /** The same on some days alone. */
    public Hours onlyOn(Set<DayOfWeek> some) {
        return new Hours(from, until, some, zone);
    }

    /** How many they are. */
    public int count() {
        return from < until ? until - from : until - from + DAY;
    }
}
