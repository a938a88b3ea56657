package dev.gantry.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The JSON file beside a model that says how to use it. Fields are asked for by their path, such as
 * {@code "input.longSide"}; one that is missing or wrong ends in a {@link ModelException} that names card, field, what is
 * needed there and what was found.
 */
public final class ModelCard {

    /** The only version of the card's format so far. */
    private static final int VERSION = 1;

    private static final JsonMapper JSON = new JsonMapper();

    private final String source;
    private final JsonNode root;

    private ModelCard(String source, JsonNode root) {
        this.source = source;
        this.root = root;
    }

    /**
     * Parses a card.
     *
     * @param source what to call the card in errors, such as its file name
     */
    public static ModelCard parse(String source, byte[] json) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw bad(source + " is no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw bad(source + " is no JSON: " + e.getMessage(), e);
        }
        if (!root.isObject()) {
            throw bad(source + " is no JSON object; a model card is one", null);
        }
        var card = new ModelCard(source, root);
        int version = card.wholeNumber("gantryCard");
        if (version != VERSION) {
            throw card.wrong("gantryCard", "the number " + VERSION, String.valueOf(version));
        }
        return card;
    }

    /** What the card is called in errors. */
    public String source() {
        return source;
    }

    /** Everything in the card. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(JSON.convertValue(root, new TypeReference<Map<String, Object>>() {}));
    }

    public boolean has(String path) {
        JsonNode node = find(path);
        return !node.isMissingNode() && !node.isNull();
    }

    public String text(String path) {
        return require(path, JsonNode::isTextual, "a text").textValue();
    }

    public String text(String path, String otherwise) {
        return has(path) ? text(path) : otherwise;
    }

    /** A whole number of 0 or more. */
    public int wholeNumber(String path) {
        return require(
                        path,
                        node -> node.canConvertToInt() && node.isIntegralNumber() && node.intValue() >= 0,
                        "a whole number")
                .intValue();
    }

    /** A whole number of 1 or more. */
    public int positive(String path) {
        return require(
                        path,
                        node -> node.canConvertToInt() && node.isIntegralNumber() && node.intValue() > 0,
                        "a positive whole number")
                .intValue();
    }

    public double number(String path) {
        return require(path, JsonNode::isNumber, "a number").doubleValue();
    }

    public double number(String path, double otherwise) {
        return has(path) ? number(path) : otherwise;
    }

    /** A list of exactly {@code count} numbers. */
    public float[] numbers(String path, int count) {
        JsonNode list = require(
                path,
                node -> isListOf(node, JsonNode::isNumber) && node.size() == count,
                "a list of " + count + " numbers");
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = list.get(i).floatValue();
        }
        return values;
    }

    /** A list of one or more positive whole numbers. */
    public int[] positives(String path) {
        JsonNode list = require(
                path,
                node -> isListOf(node, item -> item.canConvertToInt() && item.intValue() > 0),
                "a list of positive whole numbers");
        var values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).intValue();
        }
        return values;
    }

    /** A list of one or more texts. */
    public List<String> texts(String path) {
        var values = new ArrayList<String>();
        require(path, node -> isListOf(node, JsonNode::isTextual), "a list of texts")
                .forEach(node -> values.add(node.textValue()));
        return List.copyOf(values);
    }

    /** One of the enum's names; the card writes them in lower or upper case, with {@code -} or {@code +} for {@code _}. */
    public <E extends Enum<E>> E choice(String path, Class<E> type) {
        String text = text(path);
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace('+', '_');
        E[] choices = type.getEnumConstants();
        for (E choice : choices) {
            if (choice.name().equals(name)) {
                return choice;
            }
        }
        String known = Arrays.toString(choices).toLowerCase(Locale.ROOT).replace('_', '-');
        throw wrong(path, "one of " + known, '"' + text + '"');
    }

    public <E extends Enum<E>> E choice(String path, Class<E> type, E otherwise) {
        return has(path) ? choice(path, type) : otherwise;
    }

    /** An error about one field. */
    public ModelException wrong(String path, String needed, String found) {
        return bad(source + ": field \"" + path + "\" must be " + needed + ", but is " + found, null);
    }

    private JsonNode require(String path, Predicate<JsonNode> fits, String needed) {
        JsonNode node = find(path);
        if (node.isMissingNode() || node.isNull()) {
            throw bad(source + ": field \"" + path + "\" is missing; it must be " + needed, null);
        }
        if (!fits.test(node)) {
            throw wrong(path, needed, node.toString());
        }
        return node;
    }

    private JsonNode find(String path) {
        return root.at("/" + path.replace('.', '/'));
    }

    private static boolean isListOf(JsonNode node, Predicate<JsonNode> fits) {
        if (!node.isArray() || node.isEmpty()) {
            return false;
        }
        for (JsonNode item : node) {
            if (!fits.test(item)) {
                return false;
            }
        }
        return true;
    }

    private static ModelException bad(String message, @Nullable Exception cause) {
        return new ModelException(ModelException.Code.BAD_CARD, message, cause);
    }
}
