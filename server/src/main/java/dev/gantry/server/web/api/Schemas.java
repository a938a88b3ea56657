package dev.gantry.server.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.server.web.api.Description.Field;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of an OpenAPI document, in words. */
final class Schemas {

    /** Schemas that hold themselves end here. */
    private static final int DEEPEST = 6;

    private final JsonNode api;

    Schemas(JsonNode api) {
        this.api = api;
    }

    /** What a reference leads to; what stands beside it, such as a description of its own, wins. */
    JsonNode resolved(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = resolved(api.at(node.path("$ref").asText().substring(1)));
        if (!(target instanceof ObjectNode object) || node.size() == 1) {
            return target;
        }
        ObjectNode merged = object.deepCopy();
        node.properties().stream()
                .filter(beside -> !beside.getKey().equals("$ref"))
                .forEach(beside -> merged.set(beside.getKey(), beside.getValue()));
        return merged;
    }

    Field parameter(JsonNode node) {
        JsonNode parameter = resolved(node);
        JsonNode schema = resolved(parameter.path("schema"));
        String place = "api.in." + parameter.path("in").asText();
        String flag = place + (parameter.path("required").asBoolean() ? ".required" : ".optional");
        return new Field(
                parameter.path("name").asText(), type(schema), flag, parameter.path("description").asText(), List.of());
    }

    /** The fields of a schema, those below them included. */
    List<Field> fields(JsonNode schema) {
        return fields(schema, 0);
    }

    private List<Field> fields(JsonNode schema, int depth) {
        JsonNode object = object(schema);
        Set<String> required =
                object.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
        return depth >= DEEPEST
                ? List.of()
                : object.path("properties").properties().stream()
                        .map(property -> {
                            JsonNode value = resolved(property.getValue());
                            return new Field(
                                    property.getKey(),
                                    type(value),
                                    required.contains(property.getKey()) ? "" : "api.optional",
                                    value.path("description").asText(),
                                    fields(value, depth + 1));
                        })
                        .toList();
    }

    /** The object that a schema is, lists, or allows beside null; a missing node when there is none. */
    private JsonNode object(JsonNode node) {
        JsonNode schema = resolved(node);
        if (schema.has("properties")) {
            return schema;
        }
        return Stream.of(Stream.of(schema.path("items")), alternatives(schema))
                .flatMap(below -> below)
                .filter(below -> !below.isMissingNode())
                .map(this::object)
                .filter(below -> !below.isMissingNode())
                .findFirst()
                .orElseGet(() -> schema.path("properties").path("none"));
    }

    private static Stream<JsonNode> alternatives(JsonNode schema) {
        return (schema.has("anyOf") ? schema.path("anyOf") : schema.path("oneOf")).valueStream();
    }

    /** A schema's type, in the words that JSON Schema has for it. */
    private String type(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(" | "));
        }
        if (schema.has("const")) {
            return schema.path("const").toString();
        }
        if (schema.has("anyOf") || schema.has("oneOf")) {
            return alternatives(schema).map(one -> type(resolved(one))).collect(Collectors.joining(" | "));
        }
        if (schema.has("contentMediaType")) {
            return "file";
        }
        if (schema.has("contentEncoding")) {
            return schema.path("contentEncoding").asText();
        }
        if (schema.has("items")) {
            return "[" + type(resolved(schema.path("items"))) + "]";
        }
        JsonNode type = schema.path("type");
        String name = type.isArray()
                ? type.valueStream().map(JsonNode::asText).collect(Collectors.joining(" | "))
                : type.asText("any");
        return name + range(schema);
    }

    private static String range(JsonNode schema) {
        String least = schema.path("minimum").asText();
        String most = schema.path("maximum").asText();
        return least.isEmpty() && most.isEmpty() ? "" : " " + least + "…" + most;
    }
}
