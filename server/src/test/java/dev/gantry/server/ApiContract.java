package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code openapi.yaml}, to hold real answers against it. It is stricter here than for clients: a field that is not
 * described is a mistake.
 */
final class ApiContract {

    static final ApiContract SHIPPED = new ApiContract(load());

    private static final String JSON = "application/json";

    /** Below these addresses its own errors are answered even where there is nothing. */
    private static final Pattern FLASK_ALPR = Pattern.compile("^/(upload-camera-image|check-licence-plate)(/|$)");

    private final JsonNode document;
    private final List<Operation> operations;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    /**
     * One method of one path.
     *
     * @param path with names in braces
     * @param description the same for all paths that are told at once, by {@code x-also-at}
     */
    record Operation(String method, String path, JsonNode description) {

        @Override
        public String toString() {
            return method + " " + path;
        }

        private boolean answers(String askedMethod, String askedPath) {
            String literal = Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q");
            return method.equals(askedMethod) && askedPath.matches(literal + "/?");
        }
    }

    private ApiContract(JsonNode document) {
        this.document = document;
        this.operations = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .flatMap(method -> operations(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    private static Stream<Operation> operations(String method, String path, JsonNode description) {
        Stream<String> others = description.path("x-also-at").valueStream().map(JsonNode::asText);
        return Stream.concat(Stream.of(path), others)
                .map(one -> new Operation(method.toUpperCase(Locale.ROOT), one, description));
    }

    private static JsonNode load() {
        try (InputStream in = Objects.requireNonNull(ApiContract.class.getResourceAsStream("/openapi.yaml"))) {
            JsonNode document = new YAMLMapper().readTree(in);
            forbidOtherFields(document);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forbidOtherFields(JsonNode node) {
        if (node instanceof ObjectNode schema && schema.path("properties").isObject()) {
            if (!schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        }
        node.forEach(ApiContract::forbidOtherFields);
    }

    JsonNode document() {
        return document;
    }

    List<Operation> operations() {
        return operations;
    }

    /** Fails unless the answer is one that is described for what was asked. */
    void check(HttpResponse<String> response) throws IOException {
        String method = response.request().method();
        String path = response.uri().getPath();
        Optional<Operation> asked = Stream.of(false, true) // a path without names goes before one with a name
                .flatMap(named -> operations.stream().filter(one -> one.path().contains("{") == named))
                .filter(operation -> operation.answers(method, path))
                .findFirst();
        if (asked.isPresent()) {
            check(asked.get(), response);
        } else if (isJson(response)) { // nobody's address
            String error = FLASK_ALPR.matcher(path).find() ? "FlaskAlprError" : "Error";
            assertThat(response.statusCode()).as("%s %s", method, path).isIn(400, 404, 405);
            assertValid(method + " " + path, document.at("/components/schemas/" + error), read(response));
        }
    }

    private void check(Operation operation, HttpResponse<String> response) throws IOException {
        String status = String.valueOf(response.statusCode());
        JsonNode answer = resolved(operation.description().path("responses").path(status));
        assertThat(answer.isMissingNode())
                .as("%s answers %s, which is not described: %s", operation, status, response.body())
                .isFalse();
        if (response.body().isEmpty()) {
            return;
        }
        String type = mediaType(response);
        assertThat(answer.path("content").has(type))
                .as("%s answers %s with %s, which is not described", operation, status, type)
                .isTrue();
        JsonNode schema = answer.path("content").path(type).path("schema");
        if (type.equals(JSON) && !schema.isMissingNode()) {
            assertValid(operation + " " + status, schema, read(response));
        }
    }

    /** Fails unless the value fits the schema. */
    void assertValid(String what, JsonNode schema, JsonNode value) {
        List<Error> errors = schemas.computeIfAbsent(schema, this::compiled).validate(value);
        assertThat(errors).as("%s: %s", what, value).isEmpty();
    }

    /** The schema with the components that it refers to. */
    private Schema compiled(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return registry.getSchema(whole);
    }

    /** What a reference leads to; the node itself when it is none. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static boolean isJson(HttpResponse<String> response) {
        return mediaType(response).equals(JSON) && !response.body().isEmpty();
    }

    private static String mediaType(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.replaceFirst(";.*", "");
    }

    private static JsonNode read(HttpResponse<String> response) throws IOException {
        return Json.mapper().readTree(response.body());
    }
}
