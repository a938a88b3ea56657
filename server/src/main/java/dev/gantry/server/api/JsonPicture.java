package dev.gantry.server.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture as base64 in JSON, {@code {"image":"..."}}, with or without "data:image/jpeg;base64," before it. Fields that
 * mean nothing here are skipped, however large they are.
 */
final class JsonPicture {

    private static final JsonMapper JSON = Json.uploads();

    private @Nullable String image;
    private @Nullable String camera;
    private final List<String> regions = new ArrayList<>();

    private JsonPicture() {}

    /**
     * @throws RequestException when it is no such JSON
     */
    static UploadedPicture parse(byte[] json) {
        var picture = new JsonPicture();
        try (JsonParser parser = JSON.createParser(json)) {
            picture.readObject(parser);
        } catch (IOException _) {
            throw malformed("The request is not proper JSON.");
        }
        return new UploadedPicture(null, picture.bytes(), picture.regions, picture.camera);
    }

    private void readObject(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw malformed("The JSON must be an object: {\"image\": \"<base64>\"}.");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            readField(field, parser);
        }
        if (parser.nextToken() != null) {
            throw malformed("There is more after the JSON object's end.");
        }
    }

    private void readField(String field, JsonParser parser) throws IOException {
        RegionHint.checkName(field);
        switch (field) {
            case "image" -> image = text(field, parser);
            case UploadedPicture.CAMERA -> camera = text(field, parser);
            case RegionHint.NAME -> readRegions(parser);
            default -> parser.skipChildren();
        }
    }

    /** One text with commas in it, or a list of texts. */
    private void readRegions(JsonParser parser) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            regions.add(text(RegionHint.NAME, parser));
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            regions.add(text(RegionHint.NAME, parser));
        }
    }

    private static String text(String field, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw malformed("The field '" + field + "' must be a text.");
        }
        return parser.getText();
    }

    private byte[] bytes() {
        if (image == null || image.isBlank()) {
            throw malformed("The JSON has no field 'image' with a picture in base64.");
        }
        try {
            return Base64Text.decode(image);
        } catch (IllegalArgumentException _) {
            throw malformed("The field 'image' is not proper base64.");
        }
    }

    private static RequestException malformed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
