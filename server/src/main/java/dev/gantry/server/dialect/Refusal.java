package dev.gantry.server.dialect;

import dev.gantry.image.ImageException;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Outcome;
import io.javalin.http.Context;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a picture was not recognised, in words and as an HTTP status; each dialect puts them into a body of its own shape.
 *
 * @param message a plain sentence for people, without anything of the server's inside
 */
public record Refusal(ErrorCode code, int status, String message) {

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    private static final int SERVICE_UNAVAILABLE = 503;

    private static final int TOO_MANY_REQUESTS = 429;

    private static final String RETRY_AFTER_SECONDS = "1";

    public static Refusal of(Outcome.Refused outcome) {
        return switch (outcome) {
            case Outcome.NotStored(Throwable cause) -> {
                LOG.error("A read cannot be stored", cause);
                yield of(ErrorCode.NOT_STORED, "What was read cannot be stored now; the server's log tells why.");
            }
            case Outcome.BadPicture(ImageException fault) -> of(fault);
            case Outcome.NotReady() -> notReady();
            case Outcome.Overloaded() ->
                of(ErrorCode.OVERLOADED, "Too many pictures are waiting; try again in a moment.");
            case Outcome.TimedOut() ->
                of(ErrorCode.TIMED_OUT, "The picture took too long; try again when there is less to do.");
            case Outcome.Abandoned() ->
                new Refusal(ErrorCode.INVALID_REQUEST, WatchedConnector.HUNG_UP_STATUS, "The client has hung up.");
            case Outcome.Failed(Throwable cause) -> failed("Recognition failed", cause);
        };
    }

    public static Refusal of(RequestException refused) {
        String message = refused.getMessage();
        return of(refused.code(), message == null ? "The request cannot be served." : message);
    }

    /** For a fault of ours, which the log tells of and the client does not hear. */
    public static Refusal failed(String what, Throwable cause) {
        LOG.error(what, cause);
        return of(ErrorCode.INTERNAL, "The server failed; its log tells why.");
    }

    /** For a history that cannot be asked now. */
    public static Refusal of(HistoryException failure) {
        LOG.error("The history cannot be asked", failure);
        return of(ErrorCode.HISTORY_AWAY, "The history cannot be asked now; the server's log tells why.");
    }

    public static Refusal notReady() {
        return of(ErrorCode.NOT_READY, "The models are still being loaded; try again in a moment.");
    }

    private static Refusal of(ImageException fault) {
        String message = fault.getMessage();
        return of(ErrorCode.of(fault.code()), message == null ? "The picture cannot be decoded." : message);
    }

    public static Refusal of(ErrorCode code, String message) {
        return new Refusal(code, statusOf(code), message);
    }

    private static int statusOf(ErrorCode code) {
        return switch (code) {
            case EMPTY, UNKNOWN_FORMAT, BROKEN, INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE -> 400;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case TOO_SLOW -> 408;
            case TOO_LARGE, TOO_MANY_PIXELS -> 413;
            case OVERLOADED, NOT_READY, NOT_STORED, HISTORY_AWAY, TIMED_OUT -> SERVICE_UNAVAILABLE;
            case UNREADABLE_FILE, INTERNAL -> 500;
        };
    }

    /** Writes it: status, body, and when to come back where that helps. */
    public void write(Context ctx, Object body) {
        ctx.status(status).json(body);
        if (status == SERVICE_UNAVAILABLE || status == TOO_MANY_REQUESTS) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
    }
}
