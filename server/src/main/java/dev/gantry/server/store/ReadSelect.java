package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        return among(handle, conditions.times(), latest);
    }

    /** Looks at the latest reads of a time only. */
    List<PlateRead> amongLatest(Handle handle, TimeOfDay.Window window, int latest) {
        return among(handle, in(window), latest);
    }

    private List<PlateRead> among(Handle handle, List<String> times, int latest) {
        String entries = "SELECT id, time, confidence, plate, read_group FROM " + ReadIndex.TIME.table(sqlite)
                + Conditions.where(times) + NEWEST_FIRST + " LIMIT " + latest;
        return rows(handle, "SELECT id FROM (" + entries + ") AS latest" + Conditions.where(conditions.all()));
    }

    /** When the last read was seen before a moment, whatever it is; empty when there was none. */
    Optional<Long> newestBefore(Handle handle, long moment) {
        var times = new ArrayList<>(conditions.times());
        times.add("time < " + moment);
        return conditions
                .bindTo(handle.createQuery("SELECT time FROM " + ReadIndex.TIME.table(sqlite) + Conditions.where(times)
                        + NEWEST_FIRST + " LIMIT 1"))
                .mapTo(Long.class)
                .findOne();
    }

    /** Whether a time has more reads than that, whatever they are. */
    boolean hasMore(Handle handle, TimeOfDay.Window window, int reads) {
        String beyond = "SELECT 1 FROM " + ReadIndex.TIME.table(sqlite) + Conditions.where(in(window)) + NEWEST_FIRST
                + " LIMIT 1 OFFSET " + reads;
        return conditions
                .bindTo(handle.createQuery(beyond))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private List<String> in(TimeOfDay.Window window) {
        var times = new ArrayList<>(conditions.times());
        times.addAll(window.conditions());
        return times;
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
