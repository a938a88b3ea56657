package dev.gantry.server.store;

import dev.gantry.server.history.Hours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The time of day, and the day of the week, in a zone as an expression of SQL, which knows nothing of summer time. */
final class TimeOfDay {

    /** Reads are not older: before it, its offset is taken. */
    private static final Instant EARLIEST =
            LocalDate.of(2015, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final long HOUR_MS = 3_600_000;

    private static final long DAY_MS = 24 * HOUR_MS;

    /** The day from which times are counted. */
    private static final DayOfWeek EPOCH = LocalDate.EPOCH.getDayOfWeek();

    private TimeOfDay() {}

    /**
     * A condition on the column {@code time}. It holds numbers alone, none of which come from a request.
     *
     * @param from no earlier times are asked about; null for any
     * @param until no later ones
     */
    static String condition(Hours hours, @Nullable Instant from, @Nullable Instant until) {
        Instant first = from == null || from.isBefore(EARLIEST) ? EARLIEST : from;
        Instant last = until == null || until.isAfter(Instant.now()) ? Instant.now() : until;
        String local = "(time + " + offset(hours.zone().getRules(), first, last) + ")";
        return "(" + hours(hours, local) + " AND " + weekdays(hours.days(), local) + ")";
    }

    private static String hours(Hours hours, String local) {
        String hour = "((" + local + " / " + HOUR_MS + ") % 24)";
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

    /** What is to be added to UTC, ms: one number, or one for each half of the years between. */
    private static String offset(ZoneRules rules, Instant first, Instant last) {
        var cases = new StringBuilder();
        Instant at = first;
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getInstant().isBefore(last)) {
            cases.append(" WHEN time < ")
                    .append(next.getInstant().toEpochMilli())
                    .append(" THEN ")
                    .append(milliseconds(next.getOffsetBefore()));
            at = next.getInstant();
            next = rules.nextTransition(at);
        }
        long latest = milliseconds(rules.getOffset(at));
        return cases.isEmpty() ? String.valueOf(latest) : "(CASE" + cases + " ELSE " + latest + " END)";
    }

    private static long milliseconds(ZoneOffset offset) {
        return offset.getTotalSeconds() * 1_000L;
    }
}
