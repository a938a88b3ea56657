package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.dialect.Refusal;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * Where OpenALPR's daemon, Rekor's agent and the scripts around them post what they have read. The daemon drops its
 * document whatever it is answered and waits for ever when it is not: the answer is short, and comes as soon as the reads
 * are safe. It also sends a document again now and then; what is known by its uuid is not stored again.
 */
public final class OpenAlprWebhook {

    /** The daemon's own programs were told to post here, each under a path of its own. */
    private static final List<String> PATHS = List.of("/alpr_data", "/alprd", "/alpr", "/anpr", "/publish");

    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private static final JsonMapper MAPPER = Json.uploads();

    private final History history;
    private final UploadMemory memory;
    private final long maxBytes;
    private final Clock clock;

    /**
     * @param maxBytes most bytes of a document
     * @param clock tells the time of reads that come without one
     */
    public OpenAlprWebhook(History history, UploadMemory memory, long maxBytes, Clock clock) {
        this.history = history;
        this.memory = memory;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    public void register(RoutesConfig routes) {
        PATHS.forEach(path -> routes.post(path, this::receive));
    }

    /** The answer, under the original's names. */
    private record Reply(String status) {}

    /** A refusal; the original had none of its own. */
    private record Problem(String status, String message) {}

    private void receive(Context ctx) {
        try {
            history.append(new PostedDocument(ctx.ip(), clock.instant()).reads(body(ctx)));
            ctx.json(new Reply("success"));
        } catch (RequestException e) {
            refuse(ctx, refusal(e));
        } catch (HistoryException e) {
            refuse(ctx, Refusal.of(e));
        } catch (RuntimeException e) {
            refuse(ctx, Refusal.failed("POST " + ctx.path() + " failed", e));
        }
    }

    private static Refusal refusal(RequestException e) {
        Refusal refusal = Refusal.of(e);
        return refusal.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE
                ? new Refusal(refusal.code(), UNSUPPORTED_MEDIA_TYPE, refusal.message())
                : refusal;
    }

    private static void refuse(Context ctx, Refusal refusal) {
        refusal.write(ctx, new Problem("fail", refusal.message()));
    }

    /** Other types are refused as the original did, so that no page of another site can post in a visitor's name. */
    private JsonNode body(Context ctx) {
        try (var body = RequestBody.read(ctx.req(), maxBytes, memory)) {
            if (!isJson(body.mediaType())) {
                throw new RequestException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "The content type is not application/json.");
            }
            return MAPPER.readTree(body.bytes());
        } catch (IOException _) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The body is no JSON that can be read.");
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }
}
