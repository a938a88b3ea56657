package dev.gantry.server.store;

import dev.gantry.server.history.Hours;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.store.TimeOfDay.Season;
import dev.gantry.server.store.TimeOfDay.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Pages of reads that are filtered by anything but time and plate. The reads of each {@link ReadGroup}, or of each group in
 * an hour of the day, are a stream of their own, newest first. A page is put together from the newest of each stream that
 * fits, so that it takes no longer when what is asked for is rare.
 */
final class StreamSearch {

    /** Looking into more streams than that takes longer than going through the latest reads first. */
    private static final int MANY = 1_000;

    /** So many entries of an index are gone through in a few milliseconds. */
    private static final int LATEST = 10_000;

    /** The latest reads at a time of day are those of the last so many times that it was. */
    private static final int WINDOWS = 4;

    private static final int HOURS = 24;

    private static final String GROUPS = "SELECT number FROM read_group";

    /** When each stream's newest read was seen. */
    private static final String HEADS = """
            SELECT stream, (SELECT time FROM %s WHERE %s = stream%s ORDER BY time DESC, id DESC LIMIT 1) AS newest
            FROM (%s) AS streams""";

    /** Of each stream no more than a page, and those that are as old as its last read. */
    private static final String ENTRIES = """
            SELECT id FROM (%4$s) AS streams CROSS JOIN %1$s
            WHERE %2$s = stream%3$s AND time >= coalesce((
                SELECT time FROM %1$s WHERE %2$s = stream%3$s ORDER BY time DESC, id DESC LIMIT 1 OFFSET :last), :never)""";

    private final Database database;
    private final int many;
    private final int latest;

    StreamSearch(Database database) {
        this(database, MANY, LATEST);
    }

    /**
     * @param many looking into more streams comes after the latest reads
     * @param latest how many these are
     */
    StreamSearch(Database database, int many, int latest) {
        this.database = database;
        this.many = many;
        this.latest = latest;
    }

    List<PlateRead> newest(Handle handle, Conditions conditions, int limit) {
        List<Long> groups = conditions
                .bindTo(handle.createQuery(GROUPS + Conditions.where(conditions.groups())))
                .mapTo(Long.class)
                .list();
        if (groups.size() * conditions.hours().map(Hours::count).orElse(1) > many && !conditions.hasVerdict()) {
            Optional<List<PlateRead>> page = conditions
                    .hours()
                    .map(hours -> amongLatest(handle, conditions, hours, limit))
                    .orElseGet(() -> amongLatest(handle, conditions, limit));
            if (page.isPresent()) {
                return page.get();
            }
        }
        return conditions
                .hours()
                .map(hours -> newest(handle, conditions, groups, hours, limit))
                .orElseGet(() -> newest(handle, conditions, ReadIndex.GROUP, List.of(), groups, limit));
    }

    /** Empty when the latest reads do not fill the page. */
    private Optional<List<PlateRead>> amongLatest(Handle handle, Conditions conditions, int limit) {
        var reads = new ReadSelect(database.isSqlite(), conditions, limit).amongLatest(handle, latest);
        return Optional.of(reads).filter(full -> full.size() == limit);
    }

    /** As before, but of the last times that it was that time of day, such as the last nights. */
    private Optional<List<PlateRead>> amongLatest(Handle handle, Conditions conditions, Hours hours, int limit) {
        List<Season> seasons = TimeOfDay.seasons(
                hours, conditions.from().orElse(null), conditions.until().orElse(null));
        var reads = new ArrayList<PlateRead>();
        int each = latest / WINDOWS;
        long before = Long.MAX_VALUE;
        for (int i = 0; i < WINDOWS; i++) {
            var select = new ReadSelect(database.isSqlite(), conditions, limit - reads.size());
            Optional<Long> newest = select.newestBefore(handle, before);
            if (newest.isEmpty()) {
                return Optional.of(reads); // there are no others
            }
            Window window = TimeOfDay.last(hours, seasons, newest.get());
            reads.addAll(select.amongLatest(handle, window, each));
            if (reads.size() == limit) {
                return Optional.of(reads);
            }
            if (select.hasMore(handle, window, each)) {
                return Optional.empty();
            }
            before = window.from();
        }
        return Optional.empty();
    }

    /** Season after season: in summer the same hours are others of UTC. */
    private List<PlateRead> newest(Handle handle, Conditions conditions, List<Long> groups, Hours hours, int limit) {
        Instant oldest = conditions.from().orElseGet(() -> oldest(handle));
        var reads = new ArrayList<PlateRead>();
        for (Season season : TimeOfDay.seasons(hours, oldest, conditions.until().orElse(null))
                .reversed()) {
            if (reads.size() < limit) {
                List<Long> streams = season.utc(hours).stream()
                        .flatMap(hour -> groups.stream().map(group -> group * HOURS + hour))
                        .toList();
                List<String> bounds = new Window(season.from(), season.until()).conditions();
                reads.addAll(newest(handle, conditions, ReadIndex.HOUR, bounds, streams, limit - reads.size()));
            }
        }
        return reads;
    }

    private static Instant oldest(Handle handle) {
        return handle.createQuery("SELECT min(time) FROM plate_read")
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli)
                .orElse(Instant.EPOCH);
    }

    /** A stream, and when its newest read was seen that meets the conditions. */
    private record Head(long stream, long newest) {

        static Stream<Head> of(ResultSet row) throws SQLException {
            long newest = row.getLong("newest");
            return row.wasNull() ? Stream.empty() : Stream.of(new Head(row.getLong("stream"), newest));
        }
    }

    private List<PlateRead> newest(
            Handle handle, Conditions conditions, ReadIndex index, List<String> bounds, List<Long> streams, int limit) {
        String table = index.table(database.isSqlite());
        String fits = Conditions.and(
                Stream.concat(bounds.stream(), conditions.entries().stream()).toList());
        String numbers = database.numbersOf(":streams");
        List<Head> heads = conditions
                .bindTo(handle.createQuery(HEADS.formatted(table, index.key(), fits, numbers)))
                .bind("streams", ReadRow.json(streams))
                .map((row, _) -> Head.of(row))
                .stream()
                .flatMap(head -> head)
                .sorted(Comparator.comparingLong(Head::newest).reversed())
                .toList();
        if (heads.isEmpty()) {
            return List.of();
        }
        // as many reads as the page has are not older than this: streams whose newest one is have no place on it
        long oldest = heads.get(Math.min(heads.size(), limit) - 1).newest();
        List<Long> fitting = heads.stream()
                .takeWhile(head -> head.newest() >= oldest)
                .map(Head::stream)
                .toList();
        String entries = ENTRIES.formatted(table, index.key(), fits, numbers);
        return conditions
                .bindTo(handle.createQuery(ReadSelect.page(entries)))
                .bind("streams", ReadRow.json(fitting))
                .bind("last", limit - 1)
                .bind("never", Long.MIN_VALUE)
                .bind("limit", limit)
                .map((row, _) -> ReadRow.read(row))
                .list();
    }
}
