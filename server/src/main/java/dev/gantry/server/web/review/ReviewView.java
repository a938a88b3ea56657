package dev.gantry.server.web.review;

import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.review.Tally;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows.
 *
 * @param camera whose reads alone are asked for; null for all
 */
public record ReviewView(QueueOrder order, @Nullable String camera, List<ReviewCard> cards, Tally tally) {

    public ReviewView {
        cards = List.copyOf(cards);
    }

    /** The order as addresses name it. */
    public String orderKey() {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** Address of the page in another order. */
    public String href(String otherOrder) {
        String address = "/review?order=" + otherOrder;
        return camera == null ? address : address + "&camera=" + URLEncoder.encode(camera, StandardCharsets.UTF_8);
    }
}
