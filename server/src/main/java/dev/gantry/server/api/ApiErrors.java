package dev.gantry.server.api;

import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Writes errors, each code with its one HTTP status. */
public final class ApiErrors {

    /** Seconds after which a refused client may try again: a queue of ordinary length is worked off by then. */
    public static final String RETRY_AFTER_SECONDS = "1";

    private ApiErrors() {}

    public static void write(Context ctx, ErrorCode code, String message) {
        write(ctx, code, ErrorJson.of(code, message));
    }

    static void write(Context ctx, ErrorCode code, ErrorJson error) {
        HttpStatus status = statusOf(code);
        ctx.status(status).json(error);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
    }

    /** What a framework's status means in our words; null when it is no error that we name. */
    public static @Nullable ErrorCode codeOf(int status) {
        return switch (HttpStatus.forStatus(status)) {
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
            case BAD_REQUEST -> ErrorCode.INVALID_REQUEST;
            case CONTENT_TOO_LARGE -> ErrorCode.TOO_LARGE;
            default -> null;
        };
    }

    private static HttpStatus statusOf(ErrorCode code) {
        return switch (code) {
            case EMPTY, INVALID_REQUEST -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case METHOD_NOT_ALLOWED -> HttpStatus.METHOD_NOT_ALLOWED;
            case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
            case TOO_LARGE, TOO_MANY_PIXELS -> HttpStatus.CONTENT_TOO_LARGE;
            case UNKNOWN_FORMAT, UNSUPPORTED_MEDIA_TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case BROKEN -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OVERLOADED, NOT_READY, NOT_STORED, HISTORY_AWAY, TIMED_OUT -> HttpStatus.SERVICE_UNAVAILABLE;
            case UNREADABLE_FILE, INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
