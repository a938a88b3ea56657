package dev.gantry.server.store;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Looks a pattern up among the distinct plates, of which there are far fewer than reads. */
final class MatchingPlates {

    /** Up to so many plates are looked up one by one; more than that match so often that going through reads is faster. */
    static final int FEW = 2_000;

    /** The index of parts holds every three characters. */
    private static final int TRIGRAM = 3;

    private final boolean sqlite;

    MatchingPlates(boolean sqlite) {
        this.sqlite = sqlite;
    }

    /** All that match; empty when there are too many, or when no index can tell. */
    Optional<List<String>> find(Handle handle, PlatePattern pattern) {
        String start = pattern.start();
        if (start.isEmpty() && pattern.longestRun() < TRIGRAM) {
            return Optional.empty();
        }
        boolean byParts = start.length() < TRIGRAM && pattern.longestRun() >= TRIGRAM;
        String table = sqlite && byParts ? "plate_parts" : "plate";
        String range = byParts ? "" : " AND plate >= :start AND plate < :end";
        var query = handle.createQuery("SELECT plate FROM " + table + " WHERE " + condition() + range + " LIMIT :limit")
                .bind("pattern", text(pattern))
                .bind("limit", FEW + 1);
        if (!byParts) {
            query.bind("start", start).bind("end", Prefix.end(start));
        }
        List<String> plates = query.mapTo(String.class).list();
        return plates.size() > FEW ? Optional.empty() : Optional.of(plates);
    }

    /** The condition that a plate matches {@code :pattern}. */
    String condition() {
        return sqlite ? "plate GLOB :pattern" : "plate LIKE :pattern";
    }

    String text(PlatePattern pattern) {
        return sqlite ? pattern.glob() : pattern.like();
    }
}
