package dev.gantry.server.web;

import dev.gantry.server.history.Weekday;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows of the page that it is part of.
 *
 * @param strings the words, in the reader's language
 * @param section the page that the navigation shows as the one looked at; null for none
 * @param zone what times are told in: the server's, or that of the camera that they are about
 * @param cameras zones of the cameras that have their own
 */
public record Page(Strings strings, @Nullable Section section, ZoneId zone, Map<String, ZoneId> cameras) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    public Page {
        cameras = Map.copyOf(cameras);
    }

    /** The page as it tells of what a camera saw, in that camera's zone; null stands for none, and the zone stays. */
    public Page at(@Nullable String camera) {
        ZoneId there = camera == null ? null : cameras.get(camera);
        return there == null || there.equals(zone) ? this : new Page(strings, section, there, cameras);
    }

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

    /** A time with its zone, such as {@code 2026-05-01 14:03:07 CEST}. */
    public String timeWithZone(Instant time) {
        return time(time) + " " + zone(time);
    }

    /** The time of the day alone. */
    public String clock(Instant time) {
        return CLOCK.format(time.atZone(zone));
    }

    /** The zone's short name at a time, such as {@code CEST}. */
    public String zone(Instant time) {
        return time.atZone(zone).format(DateTimeFormatter.ofPattern("zzz", Locale.forLanguageTag(language())));
    }

    /** In which zones the page's times are. */
    public String zonesNote() {
        boolean one = cameras.values().stream().allMatch(zone::equals);
        return t(one ? "zone.one" : "zone.each", "zone", zoneName());
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

    /** Days of the week such as {@code mon} or {@code sat,sun} in words; what is none stays as it is. */
    public String days(String names) {
        String whole = "history.weekday." + names;
        if (strings.has(whole)) {
            return t(whole);
        }
        return Pattern.compile(",")
                .splitAsStream(names)
                .map(name -> Weekday.of(name)
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.forLanguageTag(language())))
                        .orElse(name))
                .collect(Collectors.joining(", "));
    }

    /** The value of a filter of History as people write it. */
    public String filter(String name, String value) {
        return switch (name) {
            case "hours" -> hours(value);
            case "weekday" -> days(value);
            case "from", "until" -> value.replace('T', ' ');
            case "verdict" -> strings.has("history.verdict." + value) ? t("history.verdict." + value) : value;
            default -> value;
        };
    }

    /** The usual choices, with one's own in front when it is another one. */
    public List<String> withOwn(List<String> usual, String own) {
        return own.isEmpty() || usual.contains(own)
                ? usual
                : Stream.concat(Stream.of(own), usual.stream()).toList();
    }
}
