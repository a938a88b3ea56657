package dev.gantry.server.review;

import dev.gantry.server.history.Verdict;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said of a read; entries are never changed.
 *
 * @param text what the plate says, when it was corrected; null otherwise
 * @param sampled whether the read was drawn at random, so that it says something of all reads
 */
public record ReviewEntry(
        long id,
        long read,
        Instant time,
        Verdict verdict,
        @Nullable String text,
        boolean sampled) {}
