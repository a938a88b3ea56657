package dev.gantry.server.store;

import dev.gantry.server.history.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** The time of day in a zone as an expression of SQL, which knows nothing of summer time. */
final class TimeOfDay {

    /** Reads are not older: before it, its offset is taken. */
    private static final Instant EARLIEST =
            LocalDate.of(2015, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);

    private static final long HOUR_MS = 3_600_000;

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
        String hour = "(((time + " + offset(hours.zone().getRules(), first, last) + ") / " + HOUR_MS + ") % 24)";
        String after = hour + " >= " + hours.from();
        String before = hour + " < " + hours.until();
        return "(" + after + (hours.from() < hours.until() ? " AND " : " OR ") + before + ")";
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
