package dev.gantry.server.statistics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When reads come, in the hours of a zone.
 *
 * @param week for each day of the week, Monday first, the reads of each hour
 * @param days for each day that has any, its reads
 */
public record Hours(long[][] week, SortedMap<LocalDate, Long> days) {

    public static final int HOURS = 24;

    /** Every zone's hours begin at such a time: some are half an hour off, and three a quarter. */
    public static final long QUARTER_MS = 15 * 60 * 1_000L;

    private static final int WEEK = 7;

    public Hours {
        var copy = new long[WEEK][];
        for (int day = 0; day < WEEK; day++) {
            copy[day] = week[day].clone();
        }
        week = copy;
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** @param quarters reads by the quarter of an hour, counted from 1970 */
    public static Hours of(Map<Long, Long> quarters, ZoneId zone) {
        var week = new long[WEEK][HOURS];
        var days = new TreeMap<LocalDate, Long>();
        quarters.forEach((quarter, count) -> {
            ZonedDateTime time = Instant.ofEpochMilli(quarter * QUARTER_MS).atZone(zone);
            week[time.getDayOfWeek().ordinal()][time.getHour()] += count;
            days.merge(time.toLocalDate(), count, Long::sum);
        });
        return new Hours(week, days);
    }

    public long at(DayOfWeek day, int hour) {
        return week[day.ordinal()][hour];
    }

    /** Reads of an hour on all days together. */
    public long at(int hour) {
        long sum = 0;
        for (long[] day : week) {
            sum += day[hour];
        }
        return sum;
    }

    /** The most reads in one hour of the week. */
    public long most() {
        long most = 0;
        for (long[] day : week) {
            for (long count : day) {
                most = Math.max(most, count);
            }
        }
        return most;
    }
}
