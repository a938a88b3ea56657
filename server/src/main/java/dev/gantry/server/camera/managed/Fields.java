package dev.gantry.server.camera.managed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.plate.Point;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes values out of a JSON object and remembers everything that is wrong with it, without repeating what it holds. */
final class Fields {

    private final JsonNode object;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode object) {
        this.object = object;
    }

    void wrong(String problem) {
        problems.add(problem);
    }

    /** Everything that is wrong; fields that nobody asked for as well: a mistyped one would mean nothing. */
    List<String> problems() {
        var all = new ArrayList<>(problems);
        var unknown = new TreeSet<String>();
        object.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        unknown.forEach(name -> all.add("there is no field '%s'".formatted(name)));
        return all;
    }

    private Optional<JsonNode> value(String name) {
        known.add(name);
        JsonNode value = object.path(name);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
    }

    /** What a field of an answer holds that means nothing in a request. */
    void ignore(String name) {
        known.add(name);
    }

    Optional<String> text(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isValueNode()) {
            wrong("'%s' must be a text".formatted(name));
            return Optional.empty();
        }
        return value.map(node -> node.asText().strip());
    }

    boolean flag(String name, boolean otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            wrong("'%s' must be true or false".formatted(name));
            return otherwise;
        }
        return value.map(JsonNode::booleanValue).orElse(otherwise);
    }

    double number(String name, double least, double most, double otherwise) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        double number = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            wrong(String.format(Locale.ROOT, "'%s' must be a number from %s to %s", name, plain(least), plain(most)));
            return otherwise;
        }
        return number;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    /** Texts in a list, or one text with commas. */
    List<String> texts(String name) {
        Optional<JsonNode> value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        JsonNode node = value.get();
        if (node.isTextual()) {
            return List.of(node.asText().split(",", -1)).stream()
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
        if (!node.isArray() || node.valueStream().anyMatch(item -> !item.isTextual())) {
            wrong("'%s' must be a list of texts".formatted(name));
            return List.of();
        }
        return node.valueStream().map(item -> item.asText().strip()).toList();
    }

    /** Lists of points, each with two shares of the picture's width and height. */
    List<List<Point>> polygons(String name) {
        return value(name)
                .map(node -> node.isArray()
                        ? node.valueStream().map(item -> points(name, item)).toList()
                        : List.of(points(name, node)))
                .orElse(List.of());
    }

    List<Point> line(String name) {
        return value(name).map(node -> points(name, node)).orElse(List.of());
    }

    private List<Point> points(String name, JsonNode list) {
        boolean proper = list.isArray() && list.valueStream().allMatch(Fields::isPoint);
        if (!proper) {
            wrong("'%s' must be points [x, y], each from 0 to 1".formatted(name));
            return List.of();
        }
        return list.valueStream()
                .map(point -> new Point(point.get(0).doubleValue(), point.get(1).doubleValue()))
                .toList();
    }

    private static boolean isPoint(JsonNode node) {
        return node.isArray()
                && node.size() == 2
                && node.valueStream()
                        .allMatch(value -> value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1);
    }
}
