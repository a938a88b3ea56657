package dev.gantry.server.json;

import dev.gantry.server.review.ReviewEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a person said of a read.
 *
 * @param read the read's number
 * @param time ISO 8601 in UTC with milliseconds
 * @param text what the plate says, when it was corrected
 * @param sampled whether the read was drawn at random
 */
public record ReviewJson(
        long id,
        long read,
        String time,
        String verdict,
        @Nullable String text,
        boolean sampled) {

    public static ReviewJson of(ReviewEntry entry) {
        return new ReviewJson(
                entry.id(),
                entry.read(),
                Rounded.time(entry.time()),
                entry.verdict().key(),
                entry.text(),
                entry.sampled());
    }
}
