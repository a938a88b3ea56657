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
 * Pages of reads. A pattern is first looked up among the distinct plates: when few match, their reads are fetched by plate;
 * when many do, reads are gone through newest first, and a page is soon full.
 */
final class ReadSearch {

    private final Database database;
    private final MatchingPlates matching;
    private final StreamSearch streams;

    ReadSearch(Database database) {
        this(database, new StreamSearch(database));
    }

    ReadSearch(Database database, StreamSearch streams) {
        this.database = database;
        this.matching = new MatchingPlates(database.isSqlite());
        this.streams = streams;
    }

    /** @throws IllegalArgumentException when the cursor is none of ours */
    ReadPage page(ReadFilter filter, @Nullable String cursorText, int limit) {
        Optional<Cursor> cursor = Optional.ofNullable(cursorText).map(Cursor::parse);
        return Reading.from(database, handle -> page(handle, filter, cursor, limit));
    }

    private ReadPage page(Handle handle, ReadFilter filter, Optional<Cursor> cursor, int limit) {
        var conditions = Conditions.of(filter);
        if (!(filter.plate() instanceof PlateSearch.Similar)) { // whose cursor names a place in another order
            cursor.ifPresent(conditions::startBehind);
        }
        return switch (filter.plate()) {
            case null -> newestFirst(handle, conditions, limit);
            case PlateSearch.Exact(String plate) -> {
                conditions.addPlates("plate = :plate", "plate", PlateKey.of(plate));
                yield newestFirst(handle, conditions, limit);
            }
            case PlateSearch.Prefix(String start) ->
                matching(handle, conditions, PlatePattern.startingWith(start), limit);
            case PlateSearch.Contains(String part) ->
                matching(handle, conditions, PlatePattern.containing(part), limit);
            case PlateSearch.Wildcard(String pattern) ->
                matching(handle, conditions, PlatePattern.wildcard(pattern), limit);
            case PlateSearch.Similar(String plate) -> likestFirst(handle, filter, PlateKey.of(plate), cursor, limit);
        };
    }

    private ReadPage newestFirst(Handle handle, Conditions conditions, int limit) {
        return page(newest(handle, conditions, limit + 1), limit, "");
    }

    private List<PlateRead> newest(Handle handle, Conditions conditions, int limit) {
        if (conditions.isGrouped() && !conditions.hasPlates()) {
            return streams.newest(handle, conditions, limit);
        }
        ReadIndex index = conditions.hasPlates() ? ReadIndex.PLATE : ReadIndex.TIME;
        return new ReadSelect(database.isSqlite(), conditions, limit).by(handle, index);
    }

    private ReadPage matching(Handle handle, Conditions conditions, PlatePattern pattern, int limit) {
        Optional<List<String>> plates = matching.find(handle, pattern);
        if (plates.isPresent()) {
            conditions.addPlates(
                    "plate IN (" + database.elementsOf(":plate") + ")", "plate", ReadRow.json(plates.get()));
        } else {
            conditions.addPattern(matching.condition(), "pattern", matching.text(pattern));
        }
        return newestFirst(handle, conditions, limit);
    }

    /** @param cursor its plate is the one amid whose reads the page before ended */
    private ReadPage likestFirst(Handle handle, ReadFilter filter, String plate, Optional<Cursor> cursor, int limit) {
        Optional<LikePlates.Like> last = cursor.map(c -> LikePlates.Like.of(plate, c.plate()));
        List<PlateRead> reads = new ArrayList<>();
        for (LikePlates.Like like : LikePlates.find(handle, plate)) {
            int order = last.map(like::compareTo).orElse(1);
            if (order < 0 || reads.size() > limit) {
                continue; // shown on a page before, or on the next one
            }
            var conditions = Conditions.of(filter);
            conditions.addPlates("plate = :plate", "plate", like.plate());
            if (order == 0) {
                cursor.ifPresent(conditions::startBehind);
            }
            reads.addAll(newest(handle, conditions, limit + 1 - reads.size()));
        }
        return page(reads, limit, reads.size() > limit ? reads.get(limit - 1).plate() : "");
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
