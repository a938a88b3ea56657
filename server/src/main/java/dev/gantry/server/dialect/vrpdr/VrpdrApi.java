package dev.gantry.server.dialect.vrpdr;

import dev.gantry.image.Annotator;
import dev.gantry.server.dialect.Pictures;
import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.dialect.Uploads;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Drawing;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code POST /}; what {@code GET /} tells people and programs is the pages' affair. */
public final class VrpdrApi {

    private static final String DIALECT = "vrpdr";

    private static final String FIELD = "file";

    private final Intake intake;
    private final Uploads uploads;
    private final Optional<DebugFolder> debugFolder;
    private final Drawing pictures;

    /**
     * @param maxBytes most bytes of a picture
     * @param debugFolder where the last picture is left to be looked at; empty for nowhere
     */
    public VrpdrApi(Intake intake, UploadMemory memory, long maxBytes, Optional<Path> debugFolder) {
        this.intake = intake;
        this.uploads = new Uploads(intake, memory, UploadForm.fileLimit(maxBytes));
        this.debugFolder = debugFolder.map(DebugFolder::new);
        this.pictures = new VrpdrPictures(new Annotator(), debugFolder.isPresent());
    }

    public void register(RoutesConfig routes) {
        routes.post("/", ctx -> uploads.receive(ctx, body -> recognize(ctx, body), refusal -> refuse(ctx, refusal)));
    }

    private void recognize(Context ctx, RequestBody body) {
        byte[] picture = UploadForm.of(body)
                .file(FIELD)
                .orElseThrow(() ->
                        new RequestException(ErrorCode.INVALID_REQUEST, "There is no file named 'file' in the form."))
                .bytes();
        var outcome =
                intake.recognize(PictureRequest.of(picture).with(pictures), new Source(DIALECT, ctx.ip(), null), body);
        switch (outcome) {
            case Outcome.Recognized recognized -> answer(ctx, recognized, !body.onlyTries());
            case Outcome.Refused refused -> refuse(ctx, Refusal.of(refused));
        }
    }

    private void answer(Context ctx, Outcome.Recognized recognized, boolean keep) {
        List<byte[]> drawn = recognized.seen().drawings();
        if (keep) {
            debugFolder.ifPresent(folder -> folder.write(drawn));
        }
        ctx.json(VrpdrReply.of(recognized.recognition(), Pictures.base64(drawn.getFirst())));
    }

    private static void refuse(Context ctx, Refusal refusal) {
        refusal.write(ctx, new VrpdrReply.Problem(refusal.message()));
    }
}
