package dev.gantry.server.dialect.flaskalpr;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What {@code POST /upload-camera-image} answers.
 *
 * @param status 200 with a plate, 404 without one; not written with errors, which tell by the HTTP status alone
 */
record Message(
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer status) {

    static final Message NO_PLATE = new Message("No licence plate found", 404);

    static Message found(String plate) {
        return new Message("Licence plate " + plate + " found", 200);
    }

    static Message error(String text) {
        return new Message(text, null);
    }
}
