package dev.gantry.server.review;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.Printable;
import dev.gantry.server.history.Verdict;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a read.
 *
 * @param text what the plate says, for a correction; null otherwise
 * @param sampled whether the read was drawn at random
 */
public record NewReview(
        long read, Verdict verdict, @Nullable String text, boolean sampled) {

    /** Longer than any plate. */
    public static final int LONGEST_TEXT = 32;

    /** @throws IllegalArgumentException when a correction has no usable text, or anything else has one */
    public NewReview {
        text = text == null ? null : Printable.of(text).toUpperCase(Locale.ROOT);
        if (verdict != Verdict.CORRECTED) {
            if (text != null && !text.isEmpty()) {
                throw new IllegalArgumentException("Only a correction has a text.");
            }
            text = null;
        } else if (text == null || PlateKey.of(text).isEmpty() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "A correction needs a text with a letter or digit and at most %d characters."
                            .formatted(LONGEST_TEXT));
        }
    }
}
