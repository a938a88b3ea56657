package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A query for reads, newest first. The ids are found first, from an index alone where it has all that is asked for; only the
 * rows that are shown are fetched.
 *
 * @param sqlite whether the database is SQLite, which is told by name which index to go through
 * @param limit most reads
 */
record ReadSelect(boolean sqlite, Conditions conditions, int limit) {

    static final String NEWEST_FIRST = " ORDER BY time DESC, id DESC";

    /** Goes through an index until the page is full. */
    List<PlateRead> by(Handle handle, ReadIndex index) {
        return rows(handle, "SELECT id FROM " + index.table(sqlite) + Conditions.where(conditions.all()));
    }

    /** Looks at the latest reads only. */
    List<PlateRead> amongLatest(Handle handle, int latest) {
        String entries = "SELECT id, time, confidence, plate, read_group FROM " + ReadIndex.TIME.table(sqlite)
                + Conditions.where(conditions.times()) + NEWEST_FIRST + " LIMIT " + latest;
        return rows(handle, "SELECT id FROM (" + entries + ") AS latest" + Conditions.where(conditions.all()));
    }

    private List<PlateRead> rows(Handle handle, String ids) {
        return conditions
                .bindTo(handle.createQuery(page(ids)))
                .bind("limit", limit)
                .map((row, _) -> ReadRow.read(row))
                .list();
    }

    /** The rows of the newest {@code :limit} reads of a query for ids. */
    static String page(String ids) {
        return "SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id IN (" + ids + NEWEST_FIRST + " LIMIT :limit)"
                + NEWEST_FIRST;
    }
}
