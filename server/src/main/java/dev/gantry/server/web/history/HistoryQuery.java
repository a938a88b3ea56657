package dev.gantry.server.web.history;

import dev.gantry.server.api.ReadQuery;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.web.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the address of History asks for: the parameters of {@code /api/v1/reads}, with times as people write them, in the
 * zone of the camera that is asked for, or else the server's. What is empty is left out.
 */
public final class HistoryQuery {

    static final String PLATE = "plate";
    static final String MATCH = "match";
    static final String CURSOR = "cursor";

    /** What each parameter narrows down, in the order of the chips. */
    private static final List<String> FILTERS = List.of(
            PLATE, "camera", "region", "minConfidence", "from", "until", "weekday", "hours", "listed", "verdict");

    private static final List<String> TIMES = List.of("from", "until");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final ZoneId zone;

    /** @param zones the zone of a camera, and the server's of none */
    HistoryQuery(Map<String, List<String>> parameters, Function<@Nullable String, ZoneId> zones) {
        parameters.forEach((name, given) -> given.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(value -> values.put(name, value)));
        if (!values.containsKey(PLATE)) {
            values.remove(MATCH);
        } else {
            values.putIfAbsent(MATCH, "contains");
        }
        zone = zones.apply(values.get("camera"));
    }

    private HistoryQuery(HistoryQuery other) {
        zone = other.zone;
        values.putAll(other.values);
    }

    /** The value of a parameter, empty when it is not there. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The filters that are set. */
    public List<String> filters() {
        return FILTERS.stream().filter(values::containsKey).toList();
    }

    /** The address without one parameter, and from the first page on. */
    public String without(String name) {
        var other = new HistoryQuery(this);
        other.values.remove(name);
        other.values.remove(CURSOR);
        if (name.equals(PLATE)) {
            other.values.remove(MATCH);
        }
        return "/history" + other.text();
    }

    /** The address with another value. */
    public String with(String name, String value) {
        var other = new HistoryQuery(this);
        other.values.put(name, value);
        return "/history" + other.text();
    }

    /** Address of all that fits, as a file. */
    public String export(String format) {
        var other = new HistoryQuery(this);
        other.values.remove(CURSOR);
        TIMES.forEach(name -> other.values.computeIfPresent(name, (_, time) -> utc(time)));
        other.values.putAll(zoned());
        other.values.put("format", format);
        return "/api/v1/reads" + other.text();
    }

    /** @throws RequestException when something is unknown or wrong */
    ReadQuery checked() {
        var parameters = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> parameters.put(name, List.of(TIMES.contains(name) ? utc(value) : value)));
        zoned().forEach((name, value) -> parameters.put(name, List.of(value)));
        return ReadQuery.of(parameters);
    }

    /** Where the hours and days are, which only they need. */
    private Map<String, String> zoned() {
        return values.containsKey("hours") || values.containsKey("weekday") ? Map.of("zone", zone.getId()) : Map.of();
    }

    /** The camera that is asked for; null for all. */
    public @Nullable String camera() {
        return values.get("camera");
    }

    /** A time without an offset is one in the zone; anything else stays for others to understand. */
    private String utc(String time) {
        try {
            return LocalDateTime.parse(time.replace(' ', 'T'))
                    .atZone(zone)
                    .toInstant()
                    .toString();
        } catch (DateTimeParseException _) {
            return time;
        }
    }

    /** Address of the history, narrowed down to one value. */
    public static String href(String name, String value) {
        return Section.HISTORY.path() + "?" + parameter(name, value);
    }

    private static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(entry -> parameter(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
