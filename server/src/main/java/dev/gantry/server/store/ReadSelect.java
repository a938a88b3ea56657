package dev.gantry.server.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A query for reads, newest first. */
record ReadSelect(Conditions conditions, int limit) {

    /** @param cursor the place behind which it goes on */
    static ReadSelect of(Conditions conditions, Optional<Cursor> cursor, int limit) {
        cursor.ifPresent(c -> {
            conditions.add("(time, id) < (:cursorTime, :cursorId)");
            conditions.bind("cursorTime", c.time());
            conditions.bind("cursorId", c.id());
        });
        return new ReadSelect(conditions, limit);
    }

    Query in(Handle handle) {
        return conditions
                .bindTo(handle.createQuery("SELECT " + ReadRow.COLUMNS + " FROM plate_read" + conditions.where()
                        + " ORDER BY time DESC, id DESC LIMIT :limit"))
                .bind("limit", limit);
    }
}
