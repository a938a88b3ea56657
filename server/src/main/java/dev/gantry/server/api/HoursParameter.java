package dev.gantry.server.api;

import dev.gantry.server.history.Hours;
import dev.gantry.server.history.Weekday;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters {@code hours} (7-19, or 22-6 over midnight), {@code weekday} (mon,tue) and {@code zone} (Europe/Berlin). */
final class HoursParameter {

    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");

    private HoursParameter() {}

    /**
     * @param zone where it is that time of that day; null for the server's, where most of its cameras are
     * @return null when neither hours nor days are asked for
     */
    static @Nullable Hours of(@Nullable String hours, @Nullable String weekday, @Nullable String zone) {
        ZoneId where = zone == null ? ZoneId.systemDefault() : zone(zone.strip());
        Hours any = hours == null ? null : hours(hours, where);
        Set<DayOfWeek> days = weekday == null ? null : days(weekday);
        if (days == null) {
            return any;
        }
        return any == null ? Hours.on(days, where) : any.onlyOn(days);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw wrong("'zone' must be a name such as Europe/Berlin, not '%s'.".formatted(text));
        }
    }

    private static Hours hours(String text, ZoneId zone) {
        var parts = HOURS.matcher(text.strip());
        if (parts.matches()) {
            try {
                return new Hours(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), zone);
            } catch (IllegalArgumentException _) {
                // told below
            }
        }
        throw wrong("'hours' must be hours of the day such as 7-19 or 22-6, not '%s'.".formatted(text));
    }

    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : text.strip().toLowerCase(Locale.ROOT).split(",", -1)) {
            days.add(Weekday.of(name.strip())
                    .orElseThrow(
                            () -> wrong("'weekday' must be days such as mon or sat,sun, not '%s'.".formatted(text))));
        }
        return days;
    }

    private static RequestException wrong(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
