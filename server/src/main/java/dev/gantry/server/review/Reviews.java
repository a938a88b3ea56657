package dev.gantry.server.review;

import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of verdicts. Safe for use by many threads. Every method may throw
 * {@link dev.gantry.server.history.HistoryException}.
 */
public interface Reviews {

    /**
     * Adds to the log; from then on searches find the read by its effective text. An event tells of it.
     *
     * @return what was added; empty when there is no such read
     */
    Optional<ReviewEntry> add(NewReview review);

    /** All that was said of a read, oldest first. */
    List<ReviewEntry> of(long read);

    /**
     * Reads with a strip of which nothing is said.
     *
     * @param camera of this camera only; null for all
     * @param after behind this read of the queue of doubtful ones; null from its start
     * @param limit most reads, 1 or more
     */
    List<PlateRead> waiting(QueueOrder order, @Nullable String camera, @Nullable Long after, int limit);

    /** How many reads there are with each verdict, and without. */
    Tally tally();

    /** Reads with one of the verdicts, oldest first, one by one. */
    void forEach(Set<Verdict> verdicts, Consumer<PlateRead> consumer);

    /** The newest corrections. */
    List<Correction> corrections(int limit);
}
