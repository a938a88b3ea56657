package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.dialect.Secret;
import dev.gantry.server.fetch.PictureFetcher;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.RequestSender;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Sender;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The three ways to send a picture; everything else is asked for in the address. */
public final class OpenAlprCloudApi {

    private static final String DIALECT = "openalpr-cloud";

    private static final List<String> VERSIONS = List.of("/v2", "/v3");

    private static final JsonMapper MAPPER = Json.uploads();

    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;
    private final PictureFetcher fetcher;
    private final Secret secretKey;
    private final Set<String> regions;

    /**
     * @param maxBytes most bytes of a picture
     * @param secretKey what clients must bring
     * @param regions codes that are known
     */
    public OpenAlprCloudApi(
            Intake intake,
            UploadMemory memory,
            long maxBytes,
            PictureFetcher fetcher,
            Secret secretKey,
            Collection<String> regions) {
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.fetcher = fetcher;
        this.secretKey = secretKey;
        this.regions = Set.copyOf(regions);
    }

    public void register(RoutesConfig routes) {
        for (String version : VERSIONS) {
            routes.post(version + "/recognize", ctx -> answer(ctx, this::recognizeFile));
            routes.post(version + "/recognize_bytes", ctx -> answer(ctx, this::recognizeBytes));
            routes.post(version + "/recognize_url", ctx -> answer(ctx, this::recognizeUrl));
        }
    }

    /** One of the three ways. */
    @FunctionalInterface
    private interface Way {
        void recognize(Context ctx, CloudQuery query);
    }

    private void answer(Context ctx, Way way) {
        try {
            if (!secretKey.isKnownBy(ctx.queryParam("secret_key"))) {
                ctx.status(HttpStatus.UNAUTHORIZED).json(new CloudReply.Problem("The secret_key is wrong."));
            } else if (!intake.isReady()) { // told before the upload is read
                refuse(ctx, Refusal.notReady());
            } else {
                way.recognize(ctx, CloudQuery.of(ctx::queryParam));
            }
        } catch (RequestException e) {
            refuse(ctx, Refusal.of(e));
        } catch (RuntimeException e) {
            refuse(ctx, Refusal.failed("POST " + ctx.path() + " failed", e));
        }
    }

    private void recognizeFile(Context ctx, CloudQuery query) {
        try (var body = RequestBody.read(ctx.req(), UploadForm.bodyLimit(maxBytes), memory)) {
            byte[] picture = UploadForm.of(body)
                    .file("image")
                    .map(FormFile::bytes)
                    .orElseThrow(() -> malformed("There is no file named image in the form."));
            recognize(ctx, query, picture, body);
        }
    }

    private void recognizeBytes(Context ctx, CloudQuery query) {
        try (var body = RequestBody.read(ctx.req(), UploadForm.bodyLimit(maxBytes), memory)) {
            body.reserve(2L * body.bytes().length); // the text, and what it is decoded to
            recognize(ctx, query, decoded(new String(body.bytes(), StandardCharsets.UTF_8).strip()), body);
        }
    }

    /** Samples send the bare base64, generated clients a JSON text. */
    private static byte[] decoded(String text) {
        try {
            return Base64Text.decode(text.startsWith("\"") ? MAPPER.readValue(text, String.class) : text);
        } catch (JsonProcessingException | IllegalArgumentException _) {
            throw malformed("The body is not proper base64.");
        }
    }

    private void recognizeUrl(Context ctx, CloudQuery query) {
        String url = ctx.queryParam("image_url");
        if (url == null || url.isBlank()) {
            throw malformed("The parameter image_url is missing.");
        }
        try (var picture = fetcher.fetch(url)) {
            recognize(ctx, query, picture.bytes(), picture.sentFor(new RequestSender(ctx.req())));
        }
    }

    private void recognize(Context ctx, CloudQuery query, byte[] picture, Sender sender) {
        var outcome = intake.recognize(
                PictureRequest.of(picture, query.regions(regions)), new Source(DIALECT, ctx.ip(), null), sender);
        switch (outcome) {
            case Outcome.Recognized recognized ->
                ctx.json(CloudReply.of(recognized.recognition(), recognized.elapsedMs(), query, picture));
            case Outcome.Refused refused -> refuse(ctx, Refusal.of(refused));
        }
    }

    private static void refuse(Context ctx, Refusal refusal) {
        refusal.write(ctx, new CloudReply.Problem(refusal.message()));
    }

    private static RequestException malformed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
