package dev.gantry.server.dialect;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.MultipartForm;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * "ALPR Flask API": {@code POST /recognize} with a file {@code image}, answered with a code from 0 to 8, and
 * {@code GET /health}. Unlike the original it returns the plate with the highest confidence times area, adds {@code bbox}
 * and the other {@code plates}, and never tells a client the text of an exception.
 */
public final class AlprFlaskApi {

    private static final Logger LOG = LoggerFactory.getLogger(AlprFlaskApi.class);

    private static final String DIALECT = "alpr-flask";

    private static final String FIELD = "image";

    private static final String RETRY_AFTER_SECONDS = "1";

    private static final int CLIENT_CLOSED_REQUEST = 499;

    /** Judged by name alone, as the original does; the content is judged by the decoder. */
    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp");

    /** The original picks the largest plate, which need not be the one that is meant; a large and sure one is. */
    private static final Comparator<Plate> BEST_FIRST = Comparator.comparingDouble(
                    (Plate plate) -> plate.confidence() * plate.box().area())
            .reversed();

    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;

    /**
     * @param maxBytes most bytes of a whole request
     */
    public AlprFlaskApi(Intake intake, UploadMemory memory, long maxBytes) {
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
    }

    public void register(RoutesConfig routes) {
        routes.post("/recognize", this::recognize);
        routes.get("/health", this::health);
    }

    private void health(Context ctx) {
        boolean ready = intake.isReady();
        ctx.json(new Health("cpu", ready, ready ? "OK" : "ERROR"));
    }

    /** The answer of {@code GET /health}, under the original's names. */
    private record Health(String device, boolean models_loaded, String status) {}

    private void recognize(Context ctx) {
        AlprFlaskReply reply;
        try {
            reply = replyTo(ctx);
        } catch (RequestException e) {
            reply = refusal(e);
        } catch (RuntimeException e) {
            LOG.error("POST /recognize failed", e);
            reply = AlprFlaskReply.error(500, 5, "Server error: the server's log tells more");
        }
        if (reply.httpStatus() == 503) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        ctx.status(reply.httpStatus()).json(reply.body());
    }

    /** The checks in the original's order. */
    private AlprFlaskReply replyTo(Context ctx) {
        if (!intake.isReady()) {
            return AlprFlaskReply.error(503, 8, "Model not loaded");
        }
        if (!ctx.isMultipartFormData()) {
            return noFile();
        }
        try (var body = RequestBody.read(ctx.req(), maxBytes, memory)) {
            Optional<FormFile> file = MultipartForm.parse(body).stream()
                    .filter(part -> part.isFile() && part.field().equals(FIELD))
                    .findFirst();
            if (file.isEmpty() || file.get().fileName().isEmpty()) {
                return noFile();
            }
            if (!EXTENSIONS.contains(extension(file.get().fileName()))) {
                return AlprFlaskReply.error(400, 2, "Invalid file format");
            }
            return replyTo(intake.recognize(
                    PictureRequest.of(file.get().bytes()),
                    new Source(DIALECT, ctx.ip(), null),
                    () -> WatchedConnector.hasHungUp(ctx.req())));
        }
    }

    private static AlprFlaskReply replyTo(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recognized recognized -> replyTo(recognized.recognition());
            case Outcome.NotStored(Throwable cause) -> {
                LOG.error("A read cannot be stored", cause);
                yield AlprFlaskReply.error(503, 5, "Server error: the plate cannot be stored now");
            }
            case Outcome.BadPicture(ImageException fault) ->
                fault.code() == ImageException.Code.TOO_LARGE
                        ? tooLarge()
                        : AlprFlaskReply.error(400, 7, "Invalid or corrupted image");
            case Outcome.NotReady() -> AlprFlaskReply.error(503, 8, "Model not loaded");
            case Outcome.Overloaded() -> busy();
            case Outcome.TimedOut() -> busy();
            case Outcome.Abandoned() -> AlprFlaskReply.error(CLIENT_CLOSED_REQUEST, 5, "Client closed the request");
            case Outcome.Failed(Throwable cause) -> {
                LOG.error("Recognition failed", cause);
                yield AlprFlaskReply.error(400, 5, "Plate detection failed: the server's log tells more");
            }
        };
    }

    private static AlprFlaskReply replyTo(Recognition recognition) {
        List<Plate> plates = recognition.plates().stream().sorted(BEST_FIRST).toList();
        if (!plates.isEmpty()) {
            return AlprFlaskReply.success(plates);
        }
        boolean unreadable = recognition.rejected().stream()
                .anyMatch(rejection -> rejection.reason() == Rejection.Reason.UNREADABLE);
        return unreadable
                ? AlprFlaskReply.error(400, 6, "Text recognition failed")
                : AlprFlaskReply.error(400, 4, "No plate detected in image");
    }

    private static AlprFlaskReply refusal(RequestException refused) {
        return switch (refused.code()) {
            case TOO_LARGE -> tooLarge();
            case OVERLOADED -> busy();
            default -> noFile(); // a form that cannot be read holds no file, as in the original
        };
    }

    private static AlprFlaskReply noFile() {
        return AlprFlaskReply.error(400, 1, "No file uploaded");
    }

    private static AlprFlaskReply tooLarge() {
        return AlprFlaskReply.error(413, 3, "File too large");
    }

    private static AlprFlaskReply busy() {
        return AlprFlaskReply.error(503, 8, "Server is busy, try again later");
    }

    /** What follows the last dot, in lower case; empty without a dot. */
    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
