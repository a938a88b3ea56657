package dev.gantry.server.history;

import dev.gantry.plate.CharacterChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All reads that are remembered. Safe for use by many threads. Every method may throw {@link HistoryException}. */
public interface History {

    /**
     * Stores the reads, each with its entry in the event log, all or none. A uid that is there already is left out.
     *
     * @return what was stored, in the order given
     */
    List<PlateRead> append(List<NewRead> reads);

    /** Stores reads of another system, which are history and no news: no event tells of them. Otherwise as {@link #append}. */
    List<PlateRead> restore(List<NewRead> reads);

    Optional<PlateRead> find(long id);

    /** Characters of a read that a plate format decided, as it was told when the read was stored. */
    List<CharacterChange> changes(long id);

    /** The bytes of a read's strip or picture; empty when it is no longer there. */
    Optional<byte[]> file(String name);

    /**
     * One page of an answer.
     *
     * @param cursor {@link ReadPage#next} of the page before; null for the first
     * @param limit most reads of the page, 1 or more
     * @throws IllegalArgumentException when the cursor is not one of these
     */
    ReadPage search(ReadFilter filter, @Nullable String cursor, int limit);

    /** All that fit, newest first, one by one, without holding them in memory. */
    void forEach(ReadFilter filter, Consumer<PlateRead> consumer);

    /** The earliest read of a plate at or after a time. */
    Optional<PlateRead> firstSince(String plate, Instant from);

    /** All cameras that reads name, in alphabetical order. */
    List<String> cameras();

    /** All regions that reads are from, in alphabetical order. */
    List<String> regions();

    /** Remembers that a list has an entry for the read: it is kept longer then. @return whether there is such a read */
    boolean markHit(long id);

    /** Forgets a read, its pictures and what the event log holds of it. @return whether there was one */
    boolean delete(long id);
}
