package dev.gantry.server.dialect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadMemory;
import dev.gantry.server.json.ErrorCode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where OpenALPR's daemon, Rekor's agent and the scripts around them post what they have read. The daemon drops its
 * document whatever it is answered and waits for ever when it is not: the answer is short, and comes as soon as the reads
 * are safe. It also sends a document again now and then; what is known by its uuid is not stored again.
 */
public final class OpenAlprWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(OpenAlprWebhook.class);

    /** The daemon's own programs were told to post here, each under a path of its own. */
    private static final List<String> PATHS = List.of("/alpr_data", "/alprd", "/alpr", "/anpr", "/publish");

    /** A document of twenty plates with all their candidates has 5 000; memory for a tree of that many is about 20 MB. */
    private static final long MOST_TOKENS = 200_000;

    private static final String RETRY_AFTER_SECONDS = "1";

    private final History history;
    private final UploadMemory memory;
    private final long maxBytes;
    private final Clock clock;
    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

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
    private record Refusal(String status, String message) {}

    private void receive(Context ctx) {
        try {
            history.append(new OpenAlprDocument(ctx.ip(), clock.instant()).reads(body(ctx)));
            ctx.json(new Reply("success"));
        } catch (RequestException e) {
            refuse(ctx, statusOf(e.code()), String.valueOf(e.getMessage()));
        } catch (HistoryException e) {
            LOG.error("A read cannot be stored", e);
            refuse(ctx, 503, "The reads cannot be stored now; send them again a little later.");
        } catch (RuntimeException e) {
            LOG.error("POST {} failed", ctx.path(), e);
            refuse(ctx, 500, "The server failed; its log tells why.");
        }
    }

    private JsonNode body(Context ctx) {
        try (var body = RequestBody.read(ctx.req(), maxBytes, memory)) {
            if (!isJson(body.mediaType())) {
                throw new RequestException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Type is not application/json.");
            }
            return mapper.readTree(body.bytes());
        } catch (IOException _) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The body is no JSON that can be read.");
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static int statusOf(ErrorCode code) {
        return switch (code) {
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case TOO_SLOW -> 408;
            case OVERLOADED -> 503;
            default -> 400;
        };
    }

    private static void refuse(Context ctx, int status, String message) {
        if (status == 503) {
            ctx.header("Retry-After", RETRY_AFTER_SECONDS);
        }
        ctx.status(status).json(new Refusal("fail", message));
    }
}
