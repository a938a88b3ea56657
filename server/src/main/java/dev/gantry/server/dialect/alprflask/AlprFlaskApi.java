package dev.gantry.server.dialect.alprflask;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.plate.Rejection;
import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.dialect.Uploads;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
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

/**
 * {@code POST /recognize}, under the names of the original's later version as well, and {@code GET /health}. Unlike the
 * original it returns the plate with the highest confidence times area, adds {@code bbox} and the other {@code plates}, and
 * never tells a client the text of an exception.
 */
public final class AlprFlaskApi {

    private static final String DIALECT = "alpr-flask";

    private static final String FIELD = "image";

    /** The later version has two readers and an address for each; here is one reader, the better one. */
    private static final List<String> PATHS = List.of("/recognize", "/recognize_crnn", "/recognize_ocr");

    /** Judged by name alone, as the original does; the content is judged by the decoder. */
    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "bmp");

    /** The original picks the largest plate, which need not be the one that is meant; a large and sure one is. */
    private static final Comparator<Plate> BEST_FIRST = Comparator.comparingDouble(
                    (Plate plate) -> plate.confidence() * plate.box().area())
            .reversed();

    private final Intake intake;
    private final Uploads uploads;

    /**
     * @param maxBytes most bytes of a whole request
     */
    public AlprFlaskApi(Intake intake, UploadMemory memory, long maxBytes) {
        this.intake = intake;
        this.uploads = new Uploads(intake, memory, maxBytes);
    }

    public void register(RoutesConfig routes) {
        for (String path : PATHS) {
            routes.post(
                    path, ctx -> uploads.receive(ctx, body -> recognize(ctx, body), refusal -> refuse(ctx, refusal)));
        }
        routes.get("/health", this::health);
    }

    private void health(Context ctx) {
        boolean ready = intake.isReady();
        ctx.json(new Health("cpu", ready, ready ? "OK" : "ERROR", ready, ready, ready));
    }

    /** The answer of {@code GET /health}: the fields of the original, then those of its later version. */
    @JsonNaming(SnakeCaseStrategy.class)
    private record Health(
            String device,
            boolean modelsLoaded,
            String status,
            boolean yoloLoaded,
            boolean crnnLoaded,
            boolean ocrLoaded) {}

    /** The checks in the original's order. */
    private void recognize(Context ctx, RequestBody body) {
        Optional<FormFile> file = UploadForm.of(body).file(FIELD);
        if (file.isEmpty() || file.get().fileName().isEmpty()) {
            answer(ctx, AlprFlaskReply.noFile());
            return;
        }
        if (!EXTENSIONS.contains(extension(file.get().fileName()))) {
            answer(ctx, AlprFlaskReply.error(400, 2, "Invalid file format"));
            return;
        }
        var outcome =
                intake.recognize(PictureRequest.of(file.get().bytes()), new Source(DIALECT, ctx.ip(), null), body);
        switch (outcome) {
            case Outcome.Recognized recognized -> answer(ctx, replyTo(recognized.recognition()));
            case Outcome.Failed failed ->
                refuse(
                        ctx,
                        Refusal.of(failed),
                        AlprFlaskReply.error(400, 5, "Plate detection failed: the server's log tells more"));
            case Outcome.Refused refused -> refuse(ctx, Refusal.of(refused));
        }
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

    private static void refuse(Context ctx, Refusal refusal) {
        refuse(ctx, refusal, replyTo(refusal));
    }

    private static void refuse(Context ctx, Refusal refusal, AlprFlaskReply reply) {
        new Refusal(refusal.code(), reply.httpStatus(), refusal.message()).write(ctx, reply.body());
    }

    private static AlprFlaskReply replyTo(Refusal refusal) {
        return switch (refusal.code()) {
            case TOO_LARGE -> AlprFlaskReply.error(413, 3, "File too large");
            case EMPTY, UNKNOWN_FORMAT, BROKEN, TOO_MANY_PIXELS ->
                AlprFlaskReply.error(400, 7, "Invalid or corrupted image");
            case NOT_READY -> AlprFlaskReply.error(503, 8, "Model not loaded");
            case OVERLOADED, TIMED_OUT -> AlprFlaskReply.error(503, 8, "Server is busy, try again later");
            case NOT_STORED, HISTORY_AWAY ->
                AlprFlaskReply.error(503, 5, "Server error: the plate cannot be stored now");
            case INTERNAL, UNREADABLE_FILE -> AlprFlaskReply.error(500, 5, "Server error: the server's log tells more");
            // a form that cannot be read holds no file, as in the original
            case INVALID_REQUEST, UNSUPPORTED_MEDIA_TYPE, TOO_SLOW, NOT_FOUND, METHOD_NOT_ALLOWED ->
                AlprFlaskReply.error(refusal.status(), 1, "No file uploaded");
        };
    }

    private static void answer(Context ctx, AlprFlaskReply reply) {
        ctx.status(reply.httpStatus()).json(reply.body());
    }

    /** What follows the last dot, in lower case; empty without a dot. */
    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
