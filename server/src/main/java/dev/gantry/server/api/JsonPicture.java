package dev.gantry.server.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A picture as base64 in JSON: {@code {"image":"..."}}, with or without "data:image/jpeg;base64," before it. */
final class JsonPicture {

    private static final String FIELD = "image";

    /** The body's own limit was checked already; Jackson's for one string would forbid large pictures. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonPicture() {}

    /**
     * @throws RequestException when it is no such JSON
     */
    static byte[] decode(byte[] json) {
        String text = field(json);
        if (text == null || text.isBlank()) {
            throw malformed("The JSON has no field 'image' with a picture in base64.");
        }
        try {
            return Base64Text.decode(text);
        } catch (IllegalArgumentException _) {
            throw malformed("The field 'image' is not proper base64.");
        }
    }

    private static @Nullable String field(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw malformed("The JSON must be an object: {\"image\": \"<base64>\"}.");
            }
            String text = null;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(FIELD);
                JsonToken value = parser.nextToken();
                if (wanted && value != JsonToken.VALUE_STRING) {
                    throw malformed("The field 'image' must be a text in base64.");
                } else if (wanted) {
                    text = parser.getText();
                } else {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw malformed("There is more after the JSON object's end.");
            }
            return text;
        } catch (IOException _) {
            throw malformed("The request is not proper JSON.");
        }
    }

    private static RequestException malformed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
