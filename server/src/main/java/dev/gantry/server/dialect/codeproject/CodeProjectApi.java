package dev.gantry.server.dialect.codeproject;

import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.OwnRefusals;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;

/**
 * The addresses that take pictures: {@code /v1/vision/alpr} and its kin. Where the originals answer with status 500, or
 * tell of a failure under status 200, the status here tells the truth.
 */
public final class CodeProjectApi implements OwnRefusals {

    private static final String DIALECT = "codeproject";

    /** What the documents name and what the programs serve. */
    private static final List<String> FAMILIES = List.of("/v1/vision", "/v1/image");

    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;
    private final GridSettings grid;

    /** @param maxBytes most bytes of a picture */
    public CodeProjectApi(Intake intake, UploadMemory memory, long maxBytes, GridSettings grid) {
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.grid = grid;
    }

    public void register(RoutesConfig routes) {
        for (String family : FAMILIES) {
            post(routes, family + "/alpr", ctx -> answer(ctx, Task.ALPR));
            post(routes, family + "/alpr/<segments>", ctx -> answer(ctx, Task.ALPR));
            post(routes, family + "/alpr_grid_debug", ctx -> answer(ctx, Task.GRID));
        }
        post(routes, "/v1/vision/detection", ctx -> answer(ctx, Task.DETECTION));
        post(routes, "/v1/vision/custom/list", CodeProjectApi::models);
        routes.get("/v1/vision/custom/list", CodeProjectApi::models);
        post(routes, "/v1/vision/custom/{model}", this::custom);
    }

    private static void post(RoutesConfig routes, String path, Handler handler) {
        routes.post(path, handler);
        routes.options(path, Cors::preflight);
    }

    private static void models(Context ctx) {
        Cors.allow(ctx);
        ctx.json(new Answers.Models(true, List.of(Task.MODEL), Envelope.of(200, "list-custom", Stopwatch.start())));
    }

    private void custom(Context ctx) {
        if (ctx.pathParam("model").equals(Task.MODEL)) {
            answer(ctx, Task.CUSTOM);
        } else {
            Cors.allow(ctx);
            var refusal = Refusal.of(ErrorCode.NOT_FOUND, "There is no such model; there is " + Task.MODEL + ".");
            refuse(ctx, Task.CUSTOM, Stopwatch.start(), refusal);
        }
    }

    private void answer(Context ctx, Task task) {
        Cors.allow(ctx);
        var stopwatch = Stopwatch.start();
        try {
            recognize(ctx, task, stopwatch);
        } catch (RequestException e) {
            refuse(ctx, task, stopwatch, Refusal.of(e));
        } catch (RuntimeException e) {
            refuse(ctx, task, stopwatch, Refusal.failed("POST " + ctx.path() + " failed", e));
        }
    }

    private void recognize(Context ctx, Task task, Stopwatch stopwatch) {
        if (!intake.isReady()) { // told before the upload is read
            refuse(ctx, task, stopwatch, Refusal.notReady());
            return;
        }
        try (var body = RequestBody.read(ctx.req(), UploadForm.bodyLimit(maxBytes), memory)) {
            var upload = Upload.of(body);
            var parameters = upload.parameters(grid);
            var outcome = intake.recognize(
                    task.request(upload.picture(), parameters), new Source(DIALECT, ctx.ip(), null), body);
            switch (outcome) {
                case Outcome.Recognized recognized -> ctx.json(task.answer(recognized, parameters, stopwatch));
                case Outcome.Refused refused -> refuse(ctx, task, stopwatch, Refusal.of(refused));
            }
        }
    }

    private static void refuse(Context ctx, Task task, Stopwatch stopwatch, Refusal refusal) {
        var envelope = Envelope.of(refusal.status(), task.command(), stopwatch);
        refusal.write(ctx, new Answers.Failed(false, errorOf(refusal), refusal.message(), envelope));
    }

    @Override
    public boolean owns(String path) {
        return FAMILIES.stream().anyMatch(family -> path.startsWith(family + "/"));
    }

    /** Which task was meant nobody knows by then; most mean this one. */
    @Override
    public Object refusal(int status, String message) {
        var envelope = Envelope.of(status, Task.ALPR.command(), Stopwatch.start());
        return new Answers.Failed(false, message, message, envelope);
    }

    /** Easy-local-ALPR has one text for all pictures that cannot be used. */
    private static String errorOf(Refusal refusal) {
        return switch (refusal.code()) {
            case EMPTY, UNKNOWN_FORMAT, BROKEN, TOO_MANY_PIXELS -> "Error processing image";
            case TOO_LARGE,
                    NOT_FOUND,
                    UNREADABLE_FILE,
                    INVALID_REQUEST,
                    UNSUPPORTED_MEDIA_TYPE,
                    METHOD_NOT_ALLOWED,
                    OVERLOADED,
                    NOT_READY,
                    TIMED_OUT,
                    TOO_SLOW,
                    NOT_STORED,
                    HISTORY_AWAY,
                    INTERNAL -> refusal.message();
        };
    }
}
