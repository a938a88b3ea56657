package dev.gantry.server.api;

import dev.gantry.server.history.Source;
import dev.gantry.server.http.NameParameter;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.http.WatchedConnector;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ErrorJson;
import dev.gantry.server.json.RecognitionJson;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/v1/recognize}: one picture in, its plates out. */
public final class RecognizeApi {

    public static final String PATH = "/api/v1/recognize";

    private static final String DIALECT = "gantry";

    private static final Logger LOG = LoggerFactory.getLogger(RecognizeApi.class);

    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;
    private final RegionHint hint;

    /**
     * @param maxBytes most bytes of a picture
     * @param regions codes that a request may name as the likely origin of its plates
     */
    public RecognizeApi(Intake intake, UploadMemory memory, long maxBytes, Collection<String> regions) {
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.hint = new RegionHint(Set.copyOf(regions));
    }

    public void register(RoutesConfig routes) {
        routes.post(PATH, this::recognize);
    }

    private void recognize(Context ctx) {
        if (!intake.isReady()) { // told before the upload is read
            answer(ctx, null, new Outcome.NotReady());
            return;
        }
        ctx.queryParamMap().keySet().forEach(RegionHint::checkName);
        long limit = UploadedPicture.bodyLimit(maxBytes, ctx.contentType());
        try (var body = RequestBody.read(ctx.req(), limit, memory)) {
            var picture = UploadedPicture.in(body);
            String inAddress = ctx.queryParam(UploadedPicture.CAMERA);
            String camera =
                    NameParameter.checked(UploadedPicture.CAMERA, inAddress == null ? picture.camera() : inAddress);
            var regions = hint.codes(ctx.queryParams(RegionHint.NAME), picture.regions());
            answer(
                    ctx,
                    picture.name(),
                    intake.recognize(
                            PictureRequest.of(picture.bytes(), regions), new Source(DIALECT, ctx.ip(), camera), body));
        }
    }

    private static void answer(Context ctx, @Nullable String name, Outcome outcome) {
        switch (outcome) {
            case Outcome.Recognized recognized ->
                ctx.json(RecognitionJson.of(
                        name, recognized.recognition(), recognized.readIds(), recognized.elapsedMs()));
            case Outcome.NotStored(Throwable cause) -> {
                LOG.error("A read cannot be stored", cause);
                ApiErrors.write(
                        ctx, ErrorCode.NOT_STORED, "What was read cannot be stored now; the server's log tells why.");
            }
            case Outcome.BadPicture(var fault) ->
                ApiErrors.write(ctx, ErrorCode.of(fault.code()), ErrorJson.of(name, fault));
            case Outcome.NotReady() ->
                ApiErrors.write(ctx, ErrorCode.NOT_READY, "The models are still being loaded; try again in a moment.");
            case Outcome.Overloaded() ->
                ApiErrors.write(ctx, ErrorCode.OVERLOADED, "Too many pictures are waiting; try again in a moment.");
            case Outcome.TimedOut() ->
                ApiErrors.write(
                        ctx, ErrorCode.TIMED_OUT, "The picture took too long; try again when there is less to do.");
            case Outcome.Abandoned() -> ctx.status(WatchedConnector.HUNG_UP_STATUS);
            case Outcome.Failed(Throwable cause) -> {
                LOG.error("Recognition failed", cause);
                ApiErrors.write(
                        ctx, ErrorCode.INTERNAL, "The picture could not be recognised; the server's log tells why.");
            }
        }
    }
}
