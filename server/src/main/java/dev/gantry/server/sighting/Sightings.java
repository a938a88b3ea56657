package dev.gantry.server.sighting;

import dev.gantry.server.history.ReadFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All sightings that are remembered. Safe for use by many threads. Every method may throw
 * {@link dev.gantry.server.history.HistoryException}.
 */
public interface Sightings {

    /** By what name the best reads' source is known: {@link dev.gantry.server.history.Source#dialect}. */
    String SOURCE = "camera";

    /**
     * Remembers what a report tells: the sighting, its best read in the history, and the events, all or none. A best read is
     * the same row as before when the frame changes, with other pictures.
     *
     * @return empty when it is one that has been forgotten; nothing is stored then
     */
    Optional<Sighting> tell(SightingReport report);

    Optional<SightingDetails> find(long id);

    /** Those of the ids that there are, by id. */
    Map<Long, Sighting> find(Collection<Long> ids);

    /**
     * One page of an answer; times are those of the best reads.
     *
     * @param filter its dialect is passed over
     * @param cursor {@link SightingPage#next} of the page before; null for the first
     * @param limit most sightings of the page, 1 or more
     * @throws IllegalArgumentException when the cursor is not one of these
     */
    SightingPage search(ReadFilter filter, @Nullable String cursor, int limit);

    /** Those of a camera that were seen at or after a time, or are still open, latest first. */
    List<Sighting> latest(String camera, Instant since, int limit);

    /**
     * Closes what an earlier run left open, with an event for each.
     *
     * @param cameras whose sightings are closed
     * @param before and those of any other camera that have not changed since then
     * @return how many
     */
    int closeOpen(Collection<String> cameras, Instant before);
}
