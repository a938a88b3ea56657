package dev.gantry.server.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.history.History;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.http.NameParameter;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.ReadJson;
import dev.gantry.server.json.ReviewJson;
import dev.gantry.server.json.ReviewSummaryJson;
import dev.gantry.server.review.Confusions;
import dev.gantry.server.review.NewReview;
import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.review.Reviews;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/reviews}: what people say of reads, which reads wait for it, and what can be learned from it. */
public final class ReviewsApi {

    private static final String PATH = "/api/v1/reviews";

    /** More than one person looks at in a sitting. */
    private static final int MOST = 100;

    private static final int DEFAULT_LIMIT = 20;

    /** The newest corrections tell enough of what is confused now. */
    private static final int CORRECTIONS = 5_000;

    private final Reviews reviews;
    private final History history;
    private final JsonMapper mapper;
    private final LabelledSetExport export;

    public ReviewsApi(Reviews reviews, History history, JsonMapper mapper) {
        this.reviews = reviews;
        this.history = history;
        this.mapper = mapper;
        this.export = new LabelledSetExport(reviews, history, mapper);
    }

    public void register(RoutesConfig routes) {
        routes.post(PATH, this::add);
        routes.get(PATH, ctx -> ctx.json(summary()));
        routes.get(PATH + "/queue", this::queue);
        routes.get(PATH + "/export", export::write);
        routes.get(ReadJson.PATH + "/{id}/reviews", this::ofRead);
    }

    /** What a client sends; the text for corrections alone. */
    private record Posted(
            @Nullable Long read,
            @Nullable String verdict,
            @Nullable String text,
            boolean sampled) {}

    private void add(Context ctx) {
        ForeignPages.refuse(ctx);
        NewReview review = review(posted(ctx.body()));
        var entry = reviews.add(review)
                .orElseThrow(() -> new RequestException(
                        ErrorCode.NOT_FOUND, "There is no read with the number %d.".formatted(review.read())));
        ctx.status(HttpStatus.CREATED).json(ReviewJson.of(entry));
    }

    private Posted posted(String body) {
        try {
            Posted posted = mapper.readValue(body, Posted.class);
            if (posted != null) {
                return posted;
            }
        } catch (JsonProcessingException _) {
            // told below
        }
        throw wrong("Send JSON such as {\"read\": 17, \"verdict\": \"corrected\", \"text\": \"AB12CDE\"}.");
    }

    private static NewReview review(Posted posted) {
        if (posted.read() == null || posted.verdict() == null) {
            throw wrong("'read' and 'verdict' are needed.");
        }
        try {
            return new NewReview(posted.read(), verdict(posted.verdict()), posted.text(), posted.sampled());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private static Verdict verdict(String key) {
        try {
            return Verdict.of(key);
        } catch (IllegalArgumentException _) {
            throw wrong("'verdict' must be confirmed, corrected, not_a_plate or undone, not '%s'.".formatted(key));
        }
    }

    private ReviewSummaryJson summary() {
        return ReviewSummaryJson.of(reviews.tally(), Confusions.of(reviews.corrections(CORRECTIONS)));
    }

    private record Queue(List<ReadJson> reads) {}

    private void queue(Context ctx) {
        QueueOrder order = switch (ctx.queryParam("order")) {
            case null -> QueueOrder.DOUBTFUL;
            case "doubtful" -> QueueOrder.DOUBTFUL;
            case "random" -> QueueOrder.RANDOM;
            case String other -> throw wrong("'order' must be doubtful or random, not '%s'.".formatted(other));
        };
        String after = ctx.queryParam("after");
        String limit = ctx.queryParam("limit");
        ctx.json(new Queue(reviews
                .waiting(
                        order,
                        NameParameter.checked("camera", ctx.queryParam("camera")),
                        after == null ? null : number("after", after, Long.MAX_VALUE),
                        limit == null ? DEFAULT_LIMIT : (int) number("limit", limit, MOST))
                .stream()
                .map(ReadJson::of)
                .toList()));
    }

    private static long number(String name, String text, long most) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw wrong(
                String.format(Locale.ROOT, "'%s' must be a whole number from 1 to %d, not '%s'.", name, most, text));
    }

    private record Log(List<ReviewJson> reviews) {}

    private void ofRead(Context ctx) {
        long id = ReadsApi.id(ctx);
        if (history.find(id).isEmpty()) {
            throw ReadsApi.missing(ctx);
        }
        ctx.json(new Log(reviews.of(id).stream().map(ReviewJson::of).toList()));
    }

    private static RequestException wrong(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
