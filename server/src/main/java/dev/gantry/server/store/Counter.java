package dev.gantry.server.store;

import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Numbers without a gap: taken in the transaction that uses them, so that one that fails gives them back. */
enum Counter {
    READ,
    EVENT;

    private final String key = name().toLowerCase(Locale.ROOT);

    /** Makes other nodes on the same database wait until this transaction ends. */
    void lock(Handle handle) {
        take(handle, 0);
    }

    /** Takes the next numbers. @return the first of them */
    long take(Handle handle, int count) {
        long last = handle.createQuery("UPDATE counter SET last = last + :count WHERE name = :name RETURNING last")
                .bind("count", count)
                .bind("name", key)
                .mapTo(long.class)
                .one();
        return last - count + 1;
    }

    /** The number that was taken last, 0 when none was. */
    long last(Handle handle) {
        return handle.createQuery("SELECT last FROM counter WHERE name = :name")
                .bind("name", key)
                .mapTo(long.class)
                .one();
    }
}
