package dev.gantry.server.api;

import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/** A time in an address, ISO 8601: with an offset, or in UTC without one; a date alone is its first moment. */
final class TimeParameter {

    /** Addresses turn a plus sign into a space unless it was written as %2B, and few remember that. */
    private static final Pattern LOST_PLUS = Pattern.compile(" (?=\\d\\d(:?\\d\\d)?$)");

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4) // no years beyond 9999, which no number of milliseconds could tell
            .appendPattern("-MM-dd")
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private TimeParameter() {}

    /** @throws RequestException when the text is no time */
    static Instant parse(String name, String text) {
        String iso = LOST_PLUS.matcher(text.strip()).replaceFirst("+");
        try {
            TemporalAccessor time = FORMAT.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (time) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
                case LocalDate day -> day.atStartOfDay().toInstant(ZoneOffset.UTC);
                default -> throw new IllegalStateException(); // the three above are all that was asked for
            };
        } catch (DateTimeParseException _) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST,
                    "'%s' must be a time such as 2026-05-01T12:00:00Z, not '%s'.".formatted(name, text));
        }
    }
}
