package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A query for reads, newest first. The ids are found first, from an index alone where there is one with all that is asked
 * for; only the rows that are shown are fetched.
 *
 * @param limit most reads
 */
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

    List<PlateRead> in(Handle handle) {
        String newestFirst = " ORDER BY time DESC, id DESC";
        String ids = "SELECT id FROM plate_read" + conditions.where() + newestFirst + " LIMIT :limit";
        String sql = "SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id IN (" + ids + ")" + newestFirst;
        return conditions
                .bindTo(handle.createQuery(sql))
                .bind("limit", limit)
                .map((row, _) -> ReadRow.read(row))
                .list();
    }
}
