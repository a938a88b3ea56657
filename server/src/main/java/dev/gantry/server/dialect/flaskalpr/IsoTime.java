package dev.gantry.server.dialect.flaskalpr;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.DAY_OF_WEEK;
import static java.time.temporal.ChronoField.DAY_OF_YEAR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.YEAR;
import static java.time.temporal.IsoFields.WEEK_BASED_YEAR;
import static java.time.temporal.IsoFields.WEEK_OF_WEEK_BASED_YEAR;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times in all the forms of ISO 8601 that dateutil's {@code isoparse} takes, which the original uses: calendar, ordinal and
 * week dates, with and without separators, cut short from the right, with fractions and offsets.
 */
final class IsoTime {

    /** Date, hour, minute, second and offset; a fraction is dropped. */
    private static final Pattern FORM = Pattern.compile(
            "([-0-9W]+)(?:[Tt ](\\d{2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private static final int HOURS_OF_A_DAY = 24;

    private static final List<DateTimeFormatter> DATES = List.of(
            date(form -> form.appendValue(YEAR, 4)
                    .appendLiteral('-')
                    .appendValue(MONTH_OF_YEAR, 2)
                    .appendLiteral('-')
                    .appendValue(DAY_OF_MONTH, 2)),
            date(form -> form.appendValue(YEAR, 4).appendValue(MONTH_OF_YEAR, 2).appendValue(DAY_OF_MONTH, 2)),
            date(form -> form.appendValue(YEAR, 4)
                    .appendLiteral('-')
                    .appendValue(MONTH_OF_YEAR, 2)
                    .parseDefaulting(DAY_OF_MONTH, 1)),
            date(form ->
                    form.appendValue(YEAR, 4).parseDefaulting(MONTH_OF_YEAR, 1).parseDefaulting(DAY_OF_MONTH, 1)),
            date(form -> form.appendValue(YEAR, 4).appendLiteral('-').appendValue(DAY_OF_YEAR, 3)),
            date(form -> form.appendValue(YEAR, 4).appendValue(DAY_OF_YEAR, 3)),
            date(form -> form.appendValue(WEEK_BASED_YEAR, 4)
                    .appendLiteral("-W")
                    .appendValue(WEEK_OF_WEEK_BASED_YEAR, 2)
                    .appendLiteral('-')
                    .appendValue(DAY_OF_WEEK, 1)),
            date(form -> form.appendValue(WEEK_BASED_YEAR, 4)
                    .appendLiteral("W")
                    .appendValue(WEEK_OF_WEEK_BASED_YEAR, 2)
                    .appendValue(DAY_OF_WEEK, 1)),
            date(form -> form.appendValue(WEEK_BASED_YEAR, 4)
                    .appendLiteral("-W")
                    .appendValue(WEEK_OF_WEEK_BASED_YEAR, 2)
                    .parseDefaulting(DAY_OF_WEEK, 1)),
            date(form -> form.appendValue(WEEK_BASED_YEAR, 4)
                    .appendLiteral("W")
                    .appendValue(WEEK_OF_WEEK_BASED_YEAR, 2)
                    .parseDefaulting(DAY_OF_WEEK, 1)));

    private IsoTime() {}

    /**
     * The time in a text, whole seconds; empty when the text is none.
     *
     * @param local of times without an offset
     */
    static Optional<Instant> parse(String text, ZoneId local) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return dateOf(form.group(1)).flatMap(date -> timeOf(date, form, local));
    }

    private static DateTimeFormatter date(UnaryOperator<DateTimeFormatterBuilder> form) {
        return form.apply(new DateTimeFormatterBuilder())
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static Optional<LocalDate> dateOf(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(LocalDate.parse(text, form));
            } catch (DateTimeException _) { // perhaps another form
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> timeOf(LocalDate date, Matcher form, ZoneId local) {
        int hour = number(form.group(2));
        int minute = number(form.group(3));
        int second = number(form.group(4));
        boolean midnight = hour == HOURS_OF_A_DAY && minute == 0 && second == 0; // the day's end, as ISO 8601 has it
        try {
            LocalDateTime time = midnight ? date.plusDays(1).atStartOfDay() : date.atTime(hour, minute, second);
            String offset = form.group(5);
            return Optional.of(
                    time.atZone(offset == null ? local : ZoneOffset.of(offset)).toInstant());
        } catch (DateTimeException _) { // 25 o'clock, or an offset of days
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
