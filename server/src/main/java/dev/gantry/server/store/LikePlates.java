package dev.gantry.server.store;

import dev.gantry.server.history.Likeness;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds stored plates that are like a given one. Candidates share the first or the last half of its folded text: whatever
 * differs by lookalikes and at most one other change does (the change is in one half, the other half is whole), and of
 * what differs more, most. The candidates are then ranked by their exact distance.
 */
final class LikePlates {

    /** Two ordinary changes, or one with a few lookalikes; plates that differ more are not alike. */
    private static final double FARTHEST = 2;

    /** In a short text one change is much. */
    private static final double FARTHEST_SHORT = 1;

    private static final int SHORT = 4;

    /** More plates would only be noise behind those that are meant. */
    static final int MOST = 100;

    /** Of each half; where so many share a half, the other half finds what is near. */
    private static final int MOST_CANDIDATES = 20_000;

    /** Length changes by at most so many characters. */
    private static final int LENGTH = (int) FARTHEST;

    private static final String CANDIDATES = """
            SELECT plate FROM (SELECT plate FROM plate WHERE folded >= :start AND folded < :startEnd
                AND length(folded) BETWEEN :least AND :most LIMIT :limit) AS by_start
            UNION
            SELECT plate FROM (SELECT plate FROM plate WHERE folded_reversed >= :end AND folded_reversed < :endEnd
                AND length(folded) BETWEEN :least AND :most LIMIT :limit) AS by_end""";

    /** A stored plate and how far it is from the one asked for. */
    record Like(String plate, double distance) {}

    private LikePlates() {}

    /** The likest plates, likest first. */
    static List<Like> find(Handle handle, String plate) {
        String folded = Likeness.folded(plate);
        String reversed = reversed(folded);
        int half = Math.max(1, folded.length() / 2);
        String start = folded.substring(0, Math.min(half, folded.length()));
        String end = reversed.substring(0, Math.max(0, folded.length() - half));
        double farthest = plate.length() <= SHORT ? FARTHEST_SHORT : FARTHEST;
        return handle
                .createQuery(CANDIDATES)
                .bind("start", start)
                .bind("startEnd", Prefix.end(start))
                .bind("end", end)
                .bind("endEnd", Prefix.end(end))
                .bind("least", folded.length() - LENGTH)
                .bind("most", folded.length() + LENGTH)
                .bind("limit", MOST_CANDIDATES)
                .mapTo(String.class)
                .stream()
                .map(candidate -> new Like(candidate, Likeness.distance(plate, candidate)))
                .filter(like -> like.distance() <= farthest)
                .sorted(Comparator.comparingDouble(Like::distance).thenComparing(Like::plate))
                .limit(MOST)
                .toList();
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
