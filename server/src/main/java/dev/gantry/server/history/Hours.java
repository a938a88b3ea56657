package dev.gantry.server.history;

import java.time.ZoneId;

/**
 * Hours of the day, on any day: from the beginning of one to the beginning of another. 22 to 6 goes over midnight.
 *
 * @param from 0 to 23
 * @param until 0 to 24, another one than {@code from}
 * @param zone where it is that time of day
 */
public record Hours(int from, int until, ZoneId zone) {

    private static final int DAY = 24;

    public Hours {
        if (from < 0 || from >= DAY || until < 0 || until > DAY || from == until) {
            throw new IllegalArgumentException("no hours of a day: %d to %d".formatted(from, until));
        }
    }

    /** How many they are. */
    public int count() {
        return from < until ? until - from : until - from + DAY;
    }
}
