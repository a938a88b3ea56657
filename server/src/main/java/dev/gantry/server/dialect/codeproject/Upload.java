package dev.gantry.server.dialect.codeproject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request's picture and its other fields: the first file of a form whatever its name, or the JSON that CodeProject.AI's
 * own proxy accepts, {@code {"files":[{"data":"<base64>"}],"values":[{"key":"grid_size","value":["3"]}]}}.
 */
final class Upload {

    private static final String JSON = "application/json";

    private static final String NO_IMAGE = "No image found";

    private static final JsonMapper MAPPER = Json.uploads();

    private final Optional<byte[]> picture;
    private final Function<String, Optional<String>> texts;

    private Upload(Optional<byte[]> picture, Function<String, Optional<String>> texts) {
        this.picture = picture;
        this.texts = texts;
    }

    /**
     * The picture file's bytes.
     *
     * @throws RequestException when a form was sent without one being chosen
     */
    byte[] picture() {
        return picture.orElseThrow(() -> refused("No selected file"));
    }

    /**
     * The other fields.
     *
     * @throws RequestException when one of them is no proper value
     */
    Parameters parameters(GridSettings settings) {
        return Parameters.of(texts, settings);
    }

    /**
     * @throws RequestException when the body holds no file, not even an empty one
     */
    static Upload of(RequestBody body) {
        return body.mediaType().equals(JSON) ? json(body) : form(UploadForm.of(body));
    }

    private static Upload form(UploadForm form) {
        if (form.files().isEmpty()) {
            throw refused(NO_IMAGE);
        }
        Optional<byte[]> picture = form.files().stream()
                .filter(file -> !file.fileName().isEmpty() || file.bytes().length > 0)
                .findFirst()
                .map(FormFile::bytes);
        return new Upload(picture, form::text);
    }

    private static Upload json(RequestBody body) {
        body.reserve(2L * body.bytes().length); // the text, and what it is decoded to
        JsonNode root = parsed(body.bytes());
        JsonNode data = root.path("files").path(0).path("data");
        if (!data.isTextual()) {
            throw refused(NO_IMAGE);
        }
        return new Upload(Optional.of(decoded(data.textValue())), key -> value(root, key));
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException _) {
            throw refused("The request is not proper JSON");
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64Text.decode(base64);
        } catch (IllegalArgumentException _) {
            throw refused("The file's data is not proper base64");
        }
    }

    /** The first value of a key; a bare value stands for a list of one. */
    private static Optional<String> value(JsonNode root, String key) {
        for (JsonNode entry : root.path("values")) {
            JsonNode value = entry.path("value");
            JsonNode first = value.isArray() ? value.path(0) : value;
            if (entry.path("key").asText().equals(key) && first.isValueNode()) {
                return Optional.of(first.asText());
            }
        }
        return Optional.empty();
    }

    private static RequestException refused(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
