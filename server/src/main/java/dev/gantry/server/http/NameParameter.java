package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * The name of a camera, an interface or a region in a request, or another short text, which is kept or compared with what
 * is kept.
 */
public final class NameParameter {

    /** As with Plate Recognizer. PostgreSQL's index takes no names of more than some thousand bytes. */
    private static final int LONGEST = 255;

    private NameParameter() {}

    /**
     * The same name, when it can be kept.
     *
     * @param field where it was found
     * @throws RequestException when it is too long, or has the one character that PostgreSQL's texts cannot have
     */
    public static @Nullable String checked(String field, @Nullable String name) {
        if (name != null && (name.length() > LONGEST || name.indexOf('\0') >= 0)) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST,
                    "'%s' must have at most %d characters and no NUL.".formatted(field, LONGEST));
        }
        return name;
    }
}
