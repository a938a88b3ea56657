package dev.gantry.server.api;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.http.NameParameter;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the address of {@code GET /api/v1/reads?...} asks for.
 *
 * @param cursor where the page begins; null for the first page
 * @param limit most reads of a page
 */
public record ReadQuery(ReadFilter filter, @Nullable String cursor, int limit, ReadFormat format) {

    private static final int DEFAULT_LIMIT = 50;

    private static final int MOST = 1_000;

    /** Longer than any plate; what is searched for costs time by its length. */
    private static final int LONGEST_PLATE = 32;

    /** What history and sightings are both asked for. */
    private static final List<String> SHARED = List.of(
            "from",
            "until",
            "camera",
            "region",
            "minConfidence",
            "plate",
            "match",
            "hours",
            "weekday",
            "zone",
            "listed",
            "verdict",
            "limit",
            "cursor");

    private static final String NOT_REVIEWED = "none";

    private static final List<String> NAMES = List.of(
            "from",
            "until",
            "camera",
            "source",
            "region",
            "minConfidence",
            "plate",
            "match",
            "hours",
            "weekday",
            "zone",
            "listed",
            "verdict",
            "limit",
            "cursor",
            "format");

    /** @throws RequestException when a parameter is unknown or wrong: a mistyped filter must not answer everything */
    public static ReadQuery of(Map<String, List<String>> parameters) {
        return of(parameters, NAMES);
    }

    /** As {@link #of}, for sightings, which all come from cameras. */
    static ReadQuery ofSightings(Map<String, List<String>> parameters) {
        return of(parameters, SHARED);
    }

    private static ReadQuery of(Map<String, List<String>> parameters, List<String> names) {
        var unknown = new TreeSet<>(parameters.keySet());
        names.forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw wrong(
                    "There is no parameter '%s'; there are %s.".formatted(unknown.first(), String.join(", ", names)));
        }
        var filter = new ReadFilter(
                value(parameters, "from", TimeParameter::parse),
                value(parameters, "until", TimeParameter::parse),
                name(parameters, "camera"),
                lowerCase(name(parameters, "source")),
                lowerCase(name(parameters, "region")),
                value(parameters, "minConfidence", ReadQuery::share),
                search(text(parameters, "plate"), lowerCase(text(parameters, "match"))),
                HoursParameter.of(text(parameters, "hours"), text(parameters, "weekday"), text(parameters, "zone")),
                value(parameters, "listed", ReadQuery::yesOrNo),
                value(parameters, "verdict", ReadQuery::verdict));
        Integer limit = value(parameters, "limit", ReadQuery::limit);
        ReadFormat format = value(parameters, "format", ReadQuery::format);
        return new ReadQuery(
                filter,
                text(parameters, "cursor"),
                limit == null ? DEFAULT_LIMIT : limit,
                format == null ? ReadFormat.JSON : format);
    }

    /** The parameter's one value; null when it is not there or blank, as forms send what was left empty. */
    private static @Nullable String text(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
        if (values.size() > 1) {
            throw wrong("'%s' is given %d times.".formatted(name, values.size()));
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    private static <T> @Nullable T value(
            Map<String, List<String>> parameters, String name, BiFunction<String, String, T> parser) {
        String text = text(parameters, name);
        return text == null ? null : parser.apply(name, text);
    }

    private static @Nullable String name(Map<String, List<String>> parameters, String name) {
        return NameParameter.checked(name, text(parameters, name));
    }

    private static @Nullable String lowerCase(@Nullable String text) {
        return text == null ? null : text.strip().toLowerCase(Locale.ROOT);
    }

    private static double share(String name, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong("'%s' must be a number from 0 to 1, not '%s'.".formatted(name, text));
    }

    /** What a person says of the reads; {@code none} asks for those that nobody has looked at. */
    private static Verdict verdict(String name, String text) {
        String key = text.strip().toLowerCase(Locale.ROOT);
        if (key.equals(NOT_REVIEWED)) {
            return Verdict.UNDONE;
        }
        return Arrays.stream(Verdict.values())
                .filter(verdict -> verdict != Verdict.UNDONE && verdict.key().equals(key))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "'%s' must be confirmed, corrected, not_a_plate or none, not '%s'.".formatted(name, text)));
    }

    private static boolean yesOrNo(String name, String text) {
        return switch (text.strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("'%s' must be true or false, not '%s'.".formatted(name, text));
        };
    }

    private static int limit(String name, String text) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 1 && value <= MOST) {
                return value;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong("'%s' must be a whole number from 1 to %d, not '%s'.".formatted(name, MOST, text));
    }

    private static ReadFormat format(String name, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "json" -> ReadFormat.JSON;
            case "csv" -> ReadFormat.CSV;
            case "jsonl" -> ReadFormat.JSONL;
            default -> throw wrong("'%s' must be json, csv or jsonl, not '%s'.".formatted(name, text));
        };
    }

    private static @Nullable PlateSearch search(@Nullable String plate, @Nullable String match) {
        if (plate == null) {
            if (match != null) {
                throw wrong("'match' needs a 'plate'.");
            }
            return null;
        }
        if (PlateKey.of(plate).isEmpty() || plate.length() > LONGEST_PLATE) {
            throw wrong("'plate' must have a letter or digit and at most %d characters.".formatted(LONGEST_PLATE));
        }
        return switch (match) {
            case null -> new PlateSearch.Exact(plate);
            case "exact" -> new PlateSearch.Exact(plate);
            case "prefix" -> new PlateSearch.Prefix(plate);
            case "contains" -> new PlateSearch.Contains(plate);
            case "wildcard" -> new PlateSearch.Wildcard(plate);
            case "similar" -> new PlateSearch.Similar(plate);
            default ->
                throw wrong("'match' must be exact, prefix, contains, wildcard or similar, not '%s'.".formatted(match));
        };
    }

    private static RequestException wrong(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
