package dev.gantry.server.json;

import dev.gantry.server.review.Confusions.Confusion;
import dev.gantry.server.review.Share;
import dev.gantry.server.review.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the review has come, and what it tells.
 *
 * @param waiting reads with a strip of which nothing is said
 * @param reviewed all of which something is said; doubtful ones come first in the queue, so more of them are wrong
 * @param sampled those of them that were drawn at random, which speak for all
 * @param confusions which characters were taken for which, most frequent first
 */
public record ReviewSummaryJson(long waiting, CountsJson reviewed, CountsJson sampled, List<ConfusionJson> confusions) {

    public ReviewSummaryJson {
        confusions = List.copyOf(confusions);
    }

    /** @param accuracy how often what was read is right; null when there is nothing to count */
    public record CountsJson(
            long confirmed,
            long corrected,
            long notAPlate,
            @Nullable ShareJson accuracy) {
        static CountsJson of(Tally.Counts counts) {
            return new CountsJson(
                    counts.confirmed(), counts.corrected(), counts.notAPlate(), ShareJson.of(counts.accuracy()));
        }
    }

    /** A share and the interval in which the true one lies with 95 % certainty. */
    public record ShareJson(double value, double low, double high) {
        static @Nullable ShareJson of(Share share) {
            return share.of() == 0
                    ? null
                    : new ShareJson(
                            Rounded.confidence(share.value()),
                            Rounded.confidence(share.low()),
                            Rounded.confidence(share.high()));
        }
    }

    /** One character taken for another; an empty text stands for none. */
    public record ConfusionJson(String read, String truth, int count) {}

    public static ReviewSummaryJson of(Tally tally, List<Confusion> confusions) {
        return new ReviewSummaryJson(
                tally.waiting(),
                CountsJson.of(tally.all()),
                CountsJson.of(tally.sampled()),
                confusions.stream()
                        .map(one -> new ConfusionJson(one.read(), one.truth(), one.count()))
                        .toList());
    }
}
