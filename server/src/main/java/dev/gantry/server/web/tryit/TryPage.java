package dev.gantry.server.web.tryit;

import dev.gantry.server.history.Source;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /try}; {@code POST /try} takes a form with a picture and answers with the part of the page that tells of it. */
public final class TryPage {

    private static final String DIALECT = "gantry";

    private static final Logger LOG = LoggerFactory.getLogger(TryPage.class);

    private final Pages pages;
    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;

    /** @param maxBytes most bytes of a picture */
    public TryPage(Pages pages, Intake intake, UploadMemory memory, long maxBytes) {
        this.pages = pages;
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
    }

    public void register(RoutesConfig routes) {
        routes.get(Section.TRY.path(), ctx -> pages.show(ctx, Section.TRY, "tryit/tryit", Dialect.ALL));
        routes.post(Section.TRY.path(), this::read);
    }

    private void read(Context ctx) {
        try (var body = RequestBody.read(ctx.req(), UploadForm.fileLimit(maxBytes), memory)) {
            FormFile file = UploadForm.of(body)
                    .file("image")
                    .orElseThrow(
                            () -> new RequestException(ErrorCode.INVALID_REQUEST, "The form has no file 'image'."));
            var source = new Source(DIALECT, ctx.ip(), null);
            Outcome outcome = intake.recognize(PictureRequest.of(file.bytes(), List.of()), source, body);
            switch (outcome) {
                case Outcome.Recognized recognized ->
                    pages.show(ctx, null, "tryit/result", new Result(file.fileName(), recognized));
                case Outcome.BadPicture(var fault) ->
                    pages.show(ctx, null, "tryit/refused", String.valueOf(fault.getMessage()));
                case Outcome.NotReady() -> refuse(ctx, "try.loading");
                case Outcome.Overloaded() -> refuse(ctx, "try.busy");
                case Outcome.TimedOut() -> refuse(ctx, "try.slow");
                case Outcome.Abandoned() -> refuse(ctx, "try.slow");
                case Outcome.NotStored(Throwable cause) -> {
                    LOG.error("A read cannot be stored", cause);
                    refuse(ctx, "try.notStored");
                }
                case Outcome.Failed(Throwable cause) -> {
                    LOG.error("Recognition failed", cause);
                    refuse(ctx, "try.failed");
                }
            }
        }
    }

    private void refuse(Context ctx, String key) {
        pages.show(ctx, null, "tryit/refused", Pages.strings(ctx).text(key));
    }
}
