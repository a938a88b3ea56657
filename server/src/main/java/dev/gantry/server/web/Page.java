package dev.gantry.server.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows of the page that it is part of.
 *
 * @param strings the words, in the reader's language
 * @param section the page that the navigation shows as the one looked at; null for none
 * @param zone what all times are told in
 */
public record Page(Strings strings, @Nullable Section section, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    public String language() {
        return strings.language();
    }

    /** A text of the strings file; names and values in turn fill its {@code {name}}s. */
    public String t(String key, Object... values) {
        return strings.text(key, values);
    }

    /** A text that depends on a number. */
    public String count(String key, long count) {
        return strings.count(key, count);
    }

    /** A time in the zone, such as {@code 2026-05-01 14:03:07}. */
    public String time(Instant time) {
        return TIME.format(time.atZone(zone));
    }

    /** A time with its zone. */
    public String timeWithZone(Instant time) {
        return time(time) + " " + zoneName();
    }

    /** The zone as people call it, such as {@code Central European Time (Europe/Berlin)}. */
    public String zoneName() {
        String name = zone.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag(language()));
        return name.equals(zone.getId()) ? name : "%s (%s)".formatted(name, zone.getId());
    }

    /** Hours of the day such as {@code 22-6}, as people write them: {@code 22:00–6:00}. */
    public String hours(String range) {
        return range.replaceFirst("^(\\d{1,2})-(\\d{1,2})$", "$1:00–$2:00");
    }

    /** The usual choices, with one's own in front when it is another one. */
    public List<String> withOwn(List<String> usual, String own) {
        return own.isEmpty() || usual.contains(own)
                ? usual
                : Stream.concat(Stream.of(own), usual.stream()).toList();
    }
}
