package dev.gantry.server.store;

import dev.gantry.server.history.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time of day, and the day of the week, in a zone for SQL, which knows nothing of summer time. */
final class TimeOfDay {

    /** Reads are not older: before it, its offset is taken. */
    private static final Instant EARLIEST =
            LocalDate.of(2015, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final int HOURS = 24;

    private static final long HOUR_MS = 3_600_000;

    private static final long DAY_MS = HOURS * HOUR_MS;

    /** The day from which times are counted. */
    private static final DayOfWeek EPOCH = LocalDate.EPOCH.getDayOfWeek();

    private TimeOfDay() {}

    /** A time without a break; its end is not in it. */
    record Window(long from, long until) {

        /** On the column {@code time}. */
        List<String> conditions() {
            return List.of("time >= " + from, "time < " + until);
        }
    }

    /**
     * A time between two changes of the clocks; the first one has no beginning, and the last one no end.
     *
     * @param offset what is to be added to UTC, ms
     */
    record Season(long from, long until, long offset) {

        /** The hours of UTC in which it is, at least partly, one of the hours. */
        SortedSet<Integer> utc(Hours hours) {
            var utc = new TreeSet<Integer>();
            for (int hour = hours.from(); hour < hours.from() + hours.count(); hour++) {
                long start = Math.floorMod(hour * HOUR_MS - offset, DAY_MS);
                utc.add((int) (start / HOUR_MS));
                utc.add((int) ((start + HOUR_MS - 1) / HOUR_MS) % HOURS);
            }
            return utc;
        }

        private Window last(Hours hours, long moment) {
            int daysLater = hours.from() < hours.until() ? 0 : 1; // over midnight
            long day = Math.floorDiv(moment + offset, DAY_MS);
            while (start(day, hours.from()) > moment || !(isOn(hours, day) || isOn(hours, day + daysLater))) {
                day--;
            }
            long start = Math.max(from, start(day, hours.from()));
            long end = Math.min(until, start(day + daysLater, hours.until()));
            return new Window(start, Math.max(start, end));
        }

        /** @param day since 1970 */
        private long start(long day, int hour) {
            return day * DAY_MS + hour * HOUR_MS - offset;
        }

        private static boolean isOn(Hours hours, long day) {
            return hours.days().contains(EPOCH.plus(day));
        }
    }

    /**
     * A condition on the column {@code time}. It holds numbers alone, none of which come from a request.
     *
     * @param from no earlier times are asked about; null for any
     * @param until no later ones
     */
    static String condition(Hours hours, @Nullable Instant from, @Nullable Instant until) {
        String local = "(time + " + offset(seasons(hours, from, until)) + ")";
        return "(" + hours(hours, local) + " AND " + weekdays(hours.days(), local) + ")";
    }

    private static String hours(Hours hours, String local) {
        String hour = "((" + local + " / " + HOUR_MS + ") % " + HOURS + ")";
        String after = hour + " >= " + hours.from();
        String before = hour + " < " + hours.until();
        return "(" + after + (hours.from() < hours.until() ? " AND " : " OR ") + before + ")";
    }

    private static String weekdays(Set<DayOfWeek> days, String local) {
        String since = "((" + local + " / " + DAY_MS + " + " + EPOCH.ordinal() + ") % 7)"; // 0 for Monday
        return days.stream()
                .map(day -> String.valueOf(day.ordinal()))
                .sorted()
                .collect(Collectors.joining(", ", since + " IN (", ")"));
    }

    /**
     * The last time at which it was one of the hours, and which began at or before a moment; what of it lies in the moment's
     * season, which may be nothing.
     *
     * @param seasons as {@link #seasons} tells them
     */
    static Window last(Hours hours, List<Season> seasons, long moment) {
        return seasons.stream()
                .filter(season -> season.from() <= moment && moment < season.until())
                .findFirst()
                .orElseThrow()
                .last(hours, moment);
    }

    /** The seasons in a time, the earliest first. */
    static List<Season> seasons(Hours hours, @Nullable Instant from, @Nullable Instant until) {
        ZoneRules rules = hours.zone().getRules();
        Instant at = from == null || from.isBefore(EARLIEST) ? EARLIEST : from;
        Instant last = until == null || until.isAfter(Instant.now()) ? Instant.now() : until;
        var seasons = new ArrayList<Season>();
        long start = Long.MIN_VALUE;
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(last)) {
            at = next.getInstant();
            seasons.add(new Season(start, at.toEpochMilli(), milliseconds(next.getOffsetBefore())));
            start = at.toEpochMilli();
            next = rules.nextTransition(at);
        }
        seasons.add(new Season(start, Long.MAX_VALUE, milliseconds(rules.getOffset(at))));
        return seasons;
    }

    /** One number, or one for each season; the latest first, of which there are most reads to be looked at. */
    private static String offset(List<Season> seasons) {
        var cases = new StringBuilder();
        seasons.subList(1, seasons.size())
                .reversed()
                .forEach(season -> cases.append(" WHEN time >= ")
                        .append(season.from())
                        .append(" THEN ")
                        .append(season.offset()));
        long first = seasons.getFirst().offset();
        return cases.isEmpty() ? String.valueOf(first) : "(CASE" + cases + " ELSE " + first + " END)";
    }

    private static long milliseconds(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }
}
