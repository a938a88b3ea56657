package dev.gantry.server.store;

import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Pages of reads. A pattern is first looked up among the distinct plates, of which there are far fewer than reads: when
 * few match, their reads are fetched by plate; when many do, reads are gone through newest first, and a page is soon full.
 */
final class ReadSearch {

    /** Up to so many plates are looked up one by one; more than that match so often that going through is faster. */
    private static final int FEW_PLATES = 500;

    /** The index of parts holds every three characters. */
    private static final int TRIGRAM = 3;

    private final Database database;

    ReadSearch(Database database) {
        this.database = database;
    }

    /** @throws IllegalArgumentException when the cursor is none of ours */
    ReadPage page(ReadFilter filter, @Nullable String cursorText, int limit) {
        Optional<Cursor> cursor = Optional.ofNullable(cursorText).map(Cursor::parse);
        return Reading.from(database, handle -> page(handle, filter, cursor, limit));
    }

    private ReadPage page(Handle handle, ReadFilter filter, Optional<Cursor> cursor, int limit) {
        return switch (filter.plate()) {
            case null -> newestFirst(handle, Conditions.of(filter), cursor, limit);
            case PlateSearch.Exact(String plate) -> {
                var conditions = Conditions.of(filter);
                conditions.add("plate = :plate", "plate", PlateKey.of(plate));
                yield newestFirst(handle, conditions, cursor, limit);
            }
            case PlateSearch.Prefix(String start) ->
                matching(handle, filter, PlatePattern.startingWith(start), cursor, limit);
            case PlateSearch.Contains(String part) ->
                matching(handle, filter, PlatePattern.containing(part), cursor, limit);
            case PlateSearch.Wildcard(String pattern) ->
                matching(handle, filter, PlatePattern.wildcard(pattern), cursor, limit);
            case PlateSearch.Similar(String plate) -> likestFirst(handle, filter, PlateKey.of(plate), cursor, limit);
        };
    }

    private ReadPage newestFirst(Handle handle, Conditions conditions, Optional<Cursor> cursor, int limit) {
        return page(select(handle, conditions, cursor, limit + 1), limit, "");
    }

    private ReadPage matching(
            Handle handle, ReadFilter filter, PlatePattern pattern, Optional<Cursor> cursor, int limit) {
        var conditions = Conditions.of(filter);
        List<String> plates = plates(handle, pattern);
        if (plates.isEmpty()) {
            return new ReadPage(List.of(), null);
        }
        if (plates.size() <= FEW_PLATES) {
            conditions.add("plate IN (<plates>)");
            List<PlateRead> reads = ReadSelect.of(conditions, cursor, limit + 1)
                    .in(handle)
                    .bindList("plates", plates)
                    .map((row, _) -> ReadRow.read(row))
                    .list();
            return page(reads, limit, "");
        }
        conditions.add(database.isSqlite() ? "+plate GLOB :pattern" : "plate LIKE :pattern");
        conditions.bind("pattern", database.isSqlite() ? pattern.glob() : pattern.like());
        return newestFirst(handle, conditions, cursor, limit);
    }

    /** The plates that match, or more than {@link #FEW_PLATES} of something when they are too many to be listed. */
    private List<String> plates(Handle handle, PlatePattern pattern) {
        String start = pattern.start();
        if (start.length() < TRIGRAM && pattern.longestRun() < TRIGRAM) {
            return java.util.Collections.nCopies(FEW_PLATES + 1, "");
        }
        String table = database.isSqlite() && start.length() < TRIGRAM ? "plate_parts" : "plate";
        String matches = database.isSqlite() ? "plate GLOB :pattern" : "plate LIKE :pattern";
        String range = start.isEmpty() || table.equals("plate_parts") ? "" : " AND plate >= :start AND plate < :end";
        var query = handle.createQuery("SELECT plate FROM " + table + " WHERE " + matches + range + " LIMIT :limit")
                .bind("pattern", database.isSqlite() ? pattern.glob() : pattern.like())
                .bind("limit", FEW_PLATES + 1);
        if (!range.isEmpty()) {
            query.bind("start", start).bind("end", Prefix.end(start));
        }
        return query.mapTo(String.class).list();
    }

    private ReadPage likestFirst(Handle handle, ReadFilter filter, String plate, Optional<Cursor> cursor, int limit) {
        List<String> plates = LikePlates.find(handle, plate).stream()
                .map(LikePlates.Like::plate)
                .toList();
        int first = cursor.map(c -> Math.max(0, plates.indexOf(c.plate()))).orElse(0);
        List<PlateRead> reads = new ArrayList<>();
        for (int i = first; i < plates.size() && reads.size() <= limit; i++) {
            var conditions = Conditions.of(filter);
            conditions.add("plate = :plate", "plate", plates.get(i));
            Optional<Cursor> within = i == first ? cursor : Optional.empty();
            reads.addAll(select(handle, conditions, within, limit + 1 - reads.size()));
        }
        String last = reads.size() > limit ? reads.get(limit - 1).plate() : "";
        return page(reads, limit, last);
    }

    private static List<PlateRead> select(Handle handle, Conditions conditions, Optional<Cursor> cursor, int limit) {
        return ReadSelect.of(conditions, cursor, limit)
                .in(handle)
                .map((row, _) -> ReadRow.read(row))
                .list();
    }

    /** @param reads one more than the page holds when something follows */
    private static ReadPage page(List<PlateRead> reads, int limit, String plate) {
        if (reads.size() <= limit) {
            return new ReadPage(reads, null);
        }
        List<PlateRead> shown = reads.subList(0, limit);
        return new ReadPage(shown, Cursor.behind(shown.getLast(), plate).toString());
    }
}
