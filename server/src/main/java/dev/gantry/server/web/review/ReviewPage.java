package dev.gantry.server.web.review;

import dev.gantry.server.http.NameParameter;
import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.review.Reviews;
import dev.gantry.server.web.Pages;
import dev.gantry.server.web.Section;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code GET /review}: one read after another to be judged; {@code /cards} and {@code /figures} are parts of it that change. */
public final class ReviewPage {

    /** Reads that are fetched at once: a few minutes' work. */
    private static final int CARDS = 12;

    private final Pages pages;
    private final Reviews reviews;

    public ReviewPage(Pages pages, Reviews reviews) {
        this.pages = pages;
        this.reviews = reviews;
    }

    public void register(RoutesConfig routes) {
        String path = Section.REVIEW.path();
        routes.get(path, ctx -> pages.show(ctx, Section.REVIEW, "review/review", view(ctx)));
        routes.get(path + "/cards", ctx -> pages.show(ctx, null, "review/cards", view(ctx)));
        routes.get(path + "/figures", ctx -> pages.show(ctx, null, "review/figures", reviews.tally()));
    }

    private ReviewView view(Context ctx) {
        QueueOrder order = "random".equals(ctx.queryParam("order")) ? QueueOrder.RANDOM : QueueOrder.DOUBTFUL;
        String camera = NameParameter.checked("camera", ctx.queryParam("camera"));
        var cards = reviews.waiting(order, camera, after(ctx.queryParam("after")), CARDS).stream()
                .map(ReviewCard::of)
                .toList();
        return new ReviewView(order, camera, cards, reviews.tally());
    }

    private static @Nullable Long after(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
