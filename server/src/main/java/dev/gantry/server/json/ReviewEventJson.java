package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.review.ReviewEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the event log tells of a verdict: its fields, with what those who follow the log filter by in front.
 *
 * @param camera that of the read; null when it has none
 * @param plate that of the read before the verdict
 */
public record ReviewEventJson(
        @Nullable String camera,
        String plate,
        @JsonUnwrapped ReviewJson review) {

    public static ReviewEventJson of(ReviewEntry entry, PlateRead read) {
        return new ReviewEventJson(read.source().camera(), read.plate(), ReviewJson.of(entry));
    }
}
