package dev.gantry.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.json.Json;
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

    private static final JsonMapper JSON = Json.mapper();

    private final Database database;
    private final MatchingPlates matching;

    ReadSearch(Database database) {
        this.database = database;
        this.matching = new MatchingPlates(database.isSqlite());
    }

    /** @throws IllegalArgumentException when the cursor is none of ours */
    ReadPage page(ReadFilter filter, @Nullable String cursorText, int limit) {
        Optional<Cursor> cursor = Optional.ofNullable(cursorText).map(Cursor::parse);
        return Reading.from(database, handle -> page(handle, filter, cursor, limit));
    }

    private ReadPage page(Handle handle, ReadFilter filter, Optional<Cursor> cursor, int limit) {
        var conditions = Conditions.of(filter);
        return switch (filter.plate()) {
            case null -> newestFirst(handle, conditions, cursor, limit);
            case PlateSearch.Exact(String plate) -> {
                conditions.add("plate = :plate", "plate", PlateKey.of(plate));
                yield newestFirst(handle, conditions, cursor, limit);
            }
            case PlateSearch.Prefix(String start) ->
                matching(handle, conditions, PlatePattern.startingWith(start), cursor, limit);
            case PlateSearch.Contains(String part) ->
                matching(handle, conditions, PlatePattern.containing(part), cursor, limit);
            case PlateSearch.Wildcard(String pattern) ->
                matching(handle, conditions, PlatePattern.wildcard(pattern), cursor, limit);
            case PlateSearch.Similar(String plate) -> likestFirst(handle, filter, PlateKey.of(plate), cursor, limit);
        };
    }

    private static ReadPage newestFirst(Handle handle, Conditions conditions, Optional<Cursor> cursor, int limit) {
        return page(ReadSelect.of(conditions, cursor, limit + 1).in(handle), limit, "");
    }

    private ReadPage matching(
            Handle handle, Conditions conditions, PlatePattern pattern, Optional<Cursor> cursor, int limit) {
        Optional<List<String>> plates = matching.find(handle, pattern);
        if (plates.isPresent()) {
            conditions.add("plate IN (" + database.elementsOf(":plates") + ")", "plates", json(plates.get()));
        } else {
            conditions.add(database.notByIndex(matching.condition()), "pattern", matching.text(pattern));
        }
        return newestFirst(handle, conditions, cursor, limit);
    }

    private static String json(List<String> plates) {
        try {
            return JSON.writeValueAsString(plates);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param cursor its plate is the one amid whose reads the page before ended */
    private static ReadPage likestFirst(
            Handle handle, ReadFilter filter, String plate, Optional<Cursor> cursor, int limit) {
        Optional<LikePlates.Like> last = cursor.map(c -> LikePlates.Like.of(plate, c.plate()));
        List<PlateRead> reads = new ArrayList<>();
        for (LikePlates.Like like : LikePlates.find(handle, plate)) {
            int order = last.map(like::compareTo).orElse(1);
            if (order < 0 || reads.size() > limit) {
                continue; // shown on a page before, or on the next one
            }
            var conditions = Conditions.of(filter);
            conditions.add("plate = :plate", "plate", like.plate());
            Optional<Cursor> within = order == 0 ? cursor : Optional.empty();
            reads.addAll(
                    ReadSelect.of(conditions, within, limit + 1 - reads.size()).in(handle));
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
