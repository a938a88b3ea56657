package dev.gantry.server.store;

import java.util.Locale;
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
