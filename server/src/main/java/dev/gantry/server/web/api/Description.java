package dev.gantry.server.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An OpenAPI document as the page shows it: groups of operations with their fields and answers. */
public final class Description {

    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    private final JsonNode api;
    private final Schemas schemas;

    Description(JsonNode api) {
        this.api = api;
        this.schemas = new Schemas(api);
    }

    /** Operations under one tag. */
    public record Group(String name, String about, List<Operation> operations) {

        public Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One operation.
     *
     * @param alsoAt other addresses where it is served
     * @param flags what curl is told beside the address
     */
    public record Operation(
            String id,
            String method,
            String path,
            String summary,
            String about,
            List<String> alsoAt,
            String flags,
            List<Field> parameters,
            List<Content> request,
            List<Answer> answers) {

        public Operation {
            alsoAt = List.copyOf(alsoAt);
            parameters = List.copyOf(parameters);
            request = List.copyOf(request);
            answers = List.copyOf(answers);
        }
    }

    /**
     * A field of an object, or a parameter.
     *
     * @param flag says whether it must be there, or where it stands; the key of a text, or empty
     */
    public record Field(String name, String type, String flag, String about, List<Field> fields) {

        public Field {
            fields = List.copyOf(fields);
        }
    }

    /** A body of one media type; its example is empty when there is none. */
    public record Content(String type, String example, List<Field> fields) {

        public Content {
            fields = List.copyOf(fields);
        }
    }

    /** What comes back with one status. */
    public record Answer(String status, String about, List<Content> contents) {

        public Answer {
            contents = List.copyOf(contents);
        }
    }

    String about() {
        return api.at("/info/description").asText();
    }

    List<Group> groups() {
        return api.path("tags")
                .valueStream()
                .map(tag -> new Group(
                        tag.path("name").asText(),
                        tag.path("description").asText(),
                        operations(tag.path("name").asText())))
                .toList();
    }

    /** Each operation once, under the first of its tags. */
    private List<Operation> operations(String tag) {
        List<Operation> found = new ArrayList<>();
        api.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(method -> path.getValue().path(method).at("/tags/0").asText().equals(tag))
                .map(method -> operation(path.getKey(), path.getValue(), method))
                .forEach(found::add));
        return found;
    }

    private Operation operation(String path, JsonNode item, String method) {
        JsonNode operation = item.path(method);
        JsonNode body = schemas.resolved(operation.path("requestBody")).path("content");
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                operation.path("description").asText(),
                operation.path("x-also-at").valueStream().map(JsonNode::asText).toList(),
                flags(method, body),
                Stream.of(item, operation)
                        .flatMap(owner -> owner.path("parameters").valueStream())
                        .map(schemas::parameter)
                        .toList(),
                contents(body),
                operation.path("responses").properties().stream()
                        .map(answer -> answer(answer.getKey(), schemas.resolved(answer.getValue())))
                        .toList());
    }

    private Answer answer(String status, JsonNode response) {
        return new Answer(status, response.path("description").asText(), contents(response.path("content")));
    }

    private List<Content> contents(JsonNode content) {
        return content.properties().stream()
                .map(media -> new Content(
                        media.getKey(), example(media.getValue().path("example")), schemas.fields(media.getValue().path("schema"))))
                .toList();
    }

    private static String example(JsonNode example) {
        return example.isMissingNode() || example.isTextual() ? example.asText() : example.toPrettyString();
    }

    private static String flags(String method, JsonNode content) {
        JsonNode form = content.at("/multipart~1form-data/schema/properties");
        JsonNode json = content.at("/application~1json/example");
        if (!form.isEmpty()) {
            String file = form.properties().stream()
                    .filter(field -> field.getValue().has("contentMediaType"))
                    .findFirst()
                    .orElseGet(() -> form.properties().iterator().next())
                    .getKey();
            return "-F " + file + "=@photo.jpg ";
        }
        if (!json.isMissingNode()) {
            return "-H 'Content-Type: application/json' -d '" + json + "' ";
        }
        return List.of("get", "post").contains(method) ? "" : "-X " + method.toUpperCase(Locale.ROOT) + " ";
    }
}
