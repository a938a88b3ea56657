package dev.gantry.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The contract of all interfaces, in the words of OpenAPI: as it was written, and as JSON. */
public final class ApiDescription {

    public static final String YAML_PATH = "/api/v1/openapi.yaml";

    public static final String JSON_PATH = "/api/v1/openapi.json";

    private final byte[] yaml;
    private final byte[] json;
    private final JsonNode tree;

    public ApiDescription(JsonMapper mapper) {
        try (InputStream in = Objects.requireNonNull(
                ApiDescription.class.getResourceAsStream("/openapi.yaml"), "the jar lacks openapi.yaml")) {
            yaml = in.readAllBytes();
            tree = new YAMLMapper().readTree(yaml);
            json = mapper.writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document itself, to be read only. */
    public JsonNode document() {
        return tree;
    }

    public void register(RoutesConfig routes) {
        routes.get(YAML_PATH, ctx -> answer(ctx, "application/yaml", yaml));
        routes.get(JSON_PATH, ctx -> answer(ctx, "application/json", json));
    }

    private static void answer(Context ctx, String mediaType, byte[] document) {
        ctx.header("Cache-Control", "no-cache").contentType(mediaType).result(document);
    }
}
