package dev.gantry.server.dialect.flaskalpr;

import dev.gantry.plate.Plate;
import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.dialect.Uploads;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.OwnRefusals;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The two addresses of FlaskALPR. Every error is {@code {"message":...}}, those for addresses and methods that do not exist
 * included. Unlike in the original a time's offset counts, and plates match whatever their case, spaces and dashes.
 */
public final class FlaskAlprApi implements OwnRefusals {

    private static final String DIALECT = "flaskalpr";

    private static final String UPLOAD = "/upload-camera-image";

    private static final String CHECK = "/check-licence-plate";

    private static final String FIELD = "image";

    /** As the client declares them; the content is judged by the decoder. */
    private static final Set<String> TYPES = Set.of("image/png", "image/jpg", "image/jpeg");

    private final Intake intake;
    private final History history;
    private final Uploads uploads;
    private final String quote;
    private final ZoneId zone;

    /**
     * @param maxBytes most bytes of a picture
     * @param quotes whether the plate is told between quotes, as the original's program does and its document does not
     * @param zone of times without an offset
     */
    public FlaskAlprApi(
            Intake intake, History history, UploadMemory memory, long maxBytes, boolean quotes, ZoneId zone) {
        this.intake = intake;
        this.history = history;
        this.uploads = new Uploads(intake, memory, UploadForm.fileLimit(maxBytes));
        this.quote = quotes ? "'" : "";
        this.zone = zone;
    }

    public void register(RoutesConfig routes) {
        routes.post(UPLOAD, ctx -> uploads.receive(ctx, body -> recognize(ctx, body), refusal -> refuse(ctx, refusal)));
        routes.get(CHECK + "/{plates}/{datetime}", this::check);
        routes.error(HttpStatus.NOT_FOUND, this::notFound);
        routes.error(HttpStatus.METHOD_NOT_ALLOWED, this::methodNotAllowed);
    }

    /** The checks in the original's order. */
    private void recognize(Context ctx, RequestBody body) {
        UploadForm form = UploadForm.of(body);
        FormFile file = form.file(FIELD)
                .orElseThrow(() -> malformed(
                        form.files().isEmpty()
                                ? "Image file is missing"
                                : "Attribute name of image should be named 'image'"));
        if (!TYPES.contains(file.mediaType())) {
            throw malformed("Allowed image files are in PNG or JPG format");
        }
        var outcome = intake.recognize(PictureRequest.of(file.bytes()), new Source(DIALECT, ctx.ip(), null), body);
        switch (outcome) {
            case Outcome.Recognized recognized ->
                ctx.json(recognized.recognition().plates().stream()
                        .findFirst()
                        .map(this::found)
                        .orElse(Message.NO_PLATE));
            case Outcome.Refused refused -> refuse(ctx, Refusal.of(refused));
        }
    }

    private Message found(Plate plate) {
        return Message.found(quote + plate.text() + quote);
    }

    private void check(Context ctx) {
        Optional<Instant> since = IsoTime.parse(ctx.pathParam("datetime"), zone);
        if (since.isEmpty()) {
            refuse(ctx, Refusal.of(ErrorCode.INVALID_REQUEST, "The datetime is none that ISO 8601 knows"));
            return;
        }
        try {
            ctx.json(Arrays.stream(ctx.pathParam("plates").split(",", -1))
                    .map(plate -> PlateCheck.of(plate, first(plate, since.get()), zone))
                    .toList());
        } catch (HistoryException e) {
            refuse(ctx, Refusal.of(e));
        }
    }

    /** Nothing is no plate, and nothing but dashes is not either. */
    private Optional<PlateRead> first(String plate, Instant since) {
        return PlateKey.of(plate).isEmpty() ? Optional.empty() : history.firstSince(plate, since);
    }

    private static void refuse(Context ctx, Refusal refusal) {
        refusal.write(ctx, Message.error(refusal.message()));
    }

    private static RequestException malformed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }

    private void notFound(Context ctx) {
        if (owns(ctx.path())) {
            ctx.json(
                    Message.error("404 Not Found: The requested URL was not found on the server. If you entered the URL"
                            + " manually please check your spelling and try again."));
        }
    }

    private void methodNotAllowed(Context ctx) {
        if (owns(ctx.path())) {
            ctx.json(Message.error("405 Method Not Allowed: The method is not allowed for the requested URL."));
        }
    }

    @Override
    public boolean owns(String path) {
        return path.equals(UPLOAD)
                || path.startsWith(UPLOAD + "/")
                || path.equals(CHECK)
                || path.startsWith(CHECK + "/");
    }

    @Override
    public Object refusal(int status, String message) {
        return Message.error(message);
    }
}
