package dev.gantry.server.store;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Numbers that change in the transaction that uses them, so that one that fails gives them back: those that are given away
 * have no gap, and sums are never wrong.
 */
enum Counter {
    /** Ids of reads. */
    READ,
    /** Ids of sightings. */
    SIGHTING,
    /** The sequence of events. */
    EVENT,
    /** How many reads are kept. */
    KEPT_READS,
    /** Size of their files, bytes. */
    KEPT_BYTES;

    private static final String OF_READS = """
            UPDATE counter SET last = last + CASE name WHEN 'kept_bytes' THEN :bytes WHEN 'event' THEN :events ELSE :reads END
            WHERE name IN ('read', 'kept_reads', 'kept_bytes', 'event') RETURNING name, last""";

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Makes other nodes on the same database wait until this transaction ends. */
    void lock(Handle handle) {
        add(handle, 0);
    }

    /** Takes the next numbers. @return the first of them */
    long take(Handle handle, int count) {
        return add(handle, count) - count + 1;
    }

    /** @return the sum */
    long add(Handle handle, long amount) {
        return handle.createQuery("UPDATE counter SET last = last + :amount WHERE name = :name RETURNING last")
                .bind("amount", amount)
                .bind("name", key)
                .mapTo(long.class)
                .one();
    }

    /** The first numbers of reads, and of their events. */
    record First(long read, long event) {}

    /**
     * Takes numbers for reads and their events, and counts what is kept, at once.
     *
     * @param bytes size of the reads' files
     */
    static First take(Handle handle, int reads, int events, long bytes) {
        Map<String, Long> last = handle.createQuery(OF_READS)
                .bind("reads", reads)
                .bind("events", events)
                .bind("bytes", bytes)
                .collectRows(Collectors.toMap(
                        row -> row.getColumn("name", String.class), row -> row.getColumn("last", Long.class)));
        return new First(
                Objects.requireNonNull(last.get(READ.key)) - reads + 1,
                Objects.requireNonNull(last.get(EVENT.key)) - events + 1);
    }

    long last(Database database) {
        return Reading.from(database, this::last);
    }

    /** The number that was taken last, or the sum; 0 when there is none. */
    long last(Handle handle) {
        return handle.createQuery("SELECT last FROM counter WHERE name = :name")
                .bind("name", key)
                .mapTo(long.class)
                .one();
    }
}
