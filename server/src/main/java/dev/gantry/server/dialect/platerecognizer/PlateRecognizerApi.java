package dev.gantry.server.dialect.platerecognizer;

import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.dialect.Secret;
import dev.gantry.server.fetch.PictureFetcher;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.intake.Intake;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.Sender;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code POST /v1/plate-reader/}: a file, base64 or an address in; status 201 and plates in small letters out, as from the
 * cloud, which every client takes. Vehicles are not looked for: each result has one that says so, since clients rely on it.
 */
public final class PlateRecognizerApi {

    private static final String DIALECT = "platerecognizer";

    private static final String SCHEME = "Token ";

    private static final int TOO_MANY_REQUESTS = 429;

    /** Clients look for these very words and come back. */
    private static final String THROTTLED = "Request was throttled. Expected available in 1 second.";

    private final Intake intake;
    private final UploadMemory memory;
    private final long maxBytes;
    private final PictureFetcher fetcher;
    private final Secret token;
    private final Set<String> regions;
    private final AtomicLong calls = new AtomicLong();

    /**
     * @param maxBytes most bytes of a picture
     * @param token what clients must bring
     * @param regions codes that a request may name; others are ignored
     */
    public PlateRecognizerApi(
            Intake intake,
            UploadMemory memory,
            long maxBytes,
            PictureFetcher fetcher,
            Secret token,
            Collection<String> regions) {
        this.intake = intake;
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.fetcher = fetcher;
        this.token = token;
        this.regions = Set.copyOf(regions);
    }

    public void register(RoutesConfig routes) {
        routes.post("/v1/plate-reader", this::read); // with a slash at its end as well
        routes.get("/v1/statistics", this::statistics);
    }

    private void statistics(Context ctx) {
        if (isWelcome(ctx)) {
            ctx.json(SnapshotReply.Statistics.of(calls.get(), LocalDate.now(ZoneOffset.UTC)));
        }
    }

    private void read(Context ctx) {
        if (!isWelcome(ctx)) {
            return;
        }
        try {
            recognize(ctx);
        } catch (RequestException e) {
            refuse(ctx, Refusal.of(e));
        } catch (RuntimeException e) {
            refuse(ctx, Refusal.failed("POST /v1/plate-reader failed", e));
        }
    }

    private boolean isWelcome(Context ctx) {
        String header = ctx.header("Authorization");
        if (token.isKnownBy(header == null || !header.startsWith(SCHEME) ? null : header.substring(SCHEME.length()))) {
            return true;
        }
        String why = header == null ? "Authentication credentials were not provided." : "Invalid token.";
        ctx.status(HttpStatus.FORBIDDEN).json(SnapshotReply.Problem.of(HttpStatus.FORBIDDEN.getCode(), why));
        return false;
    }

    private void recognize(Context ctx) {
        if (!intake.isReady()) { // told before the upload is read
            refuse(ctx, Refusal.notReady());
            return;
        }
        try (var body = RequestBody.read(ctx.req(), UploadForm.bodyLimit(maxBytes), memory)) {
            var request = SnapshotRequest.of(body);
            byte[] picture = request.picture();
            String url = request.url();
            if (picture != null) {
                answer(ctx, request, picture, body);
            } else if (url != null) {
                try (var fetched = fetcher.fetch(url)) {
                    answer(ctx, request, fetched.bytes(), fetched.sentFor(body));
                }
            } else {
                throw new RequestException(
                        ErrorCode.INVALID_REQUEST,
                        "There is no picture; send it as upload or its address as upload_url.");
            }
        }
    }

    private void answer(Context ctx, SnapshotRequest request, byte[] picture, Sender sender) {
        List<String> hints = request.regions(regions);
        var outcome = intake.recognize(
                PictureRequest.of(picture, hints), new Source(DIALECT, ctx.ip(), request.camera()), sender);
        switch (outcome) {
            case Outcome.Recognized recognized -> {
                var results = recognized.recognition().plates().stream()
                        .filter(plate -> request.config().accepts(plate, hints))
                        .map(plate -> SnapshotResult.of(plate, request.vehicles()))
                        .toList();
                ctx.status(HttpStatus.CREATED)
                        .json(SnapshotReply.of(request, results, recognized.elapsedMs(), calls.incrementAndGet()));
            }
            case Outcome.Refused refused -> refuse(ctx, Refusal.of(refused));
        }
    }

    private static void refuse(Context ctx, Refusal refusal) {
        if (refusal.code() == ErrorCode.OVERLOADED) {
            new Refusal(refusal.code(), TOO_MANY_REQUESTS, THROTTLED)
                    .write(ctx, SnapshotReply.Problem.of(TOO_MANY_REQUESTS, THROTTLED));
        } else {
            refusal.write(ctx, SnapshotReply.Problem.of(refusal.status(), refusal.message()));
        }
    }
}
