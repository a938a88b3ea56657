package dev.gantry.server.store;

import dev.gantry.server.history.Likeness;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds stored plates that are like a given one. Lookalikes are folded to one character, and a plate is a candidate when it
 * shares the first or the last half of the folded text. One change cannot be in both halves: so whatever differs by any
 * number of lookalikes and at most one other change is a candidate, and of what differs by two, about half. The candidates
 * are then ranked by their exact distance.
 */
final class LikePlates {

    /** Two ordinary changes, or one with a few lookalikes; plates that differ more are not alike. */
    private static final double FARTHEST = 2;

    /** In a short text one change is much. */
    private static final double FARTHEST_SHORT = 1;

    private static final int SHORT = 4;

    /** More plates would only be noise behind those that are meant. */
    private static final int MOST = 100;

    /** Of each half: what so many plates share says little, and the other half finds what is near. */
    private static final int MOST_CANDIDATES = 20_000;

    /** Length changes by at most so many characters. */
    private static final int LENGTH = (int) FARTHEST;

    private static final String CANDIDATES = """
            SELECT plate FROM (SELECT plate FROM plate WHERE folded >= :start AND folded < :startEnd
                AND length(folded) BETWEEN :least AND :most LIMIT :limit) AS by_start
            UNION
            SELECT plate FROM (SELECT plate FROM plate WHERE folded_reversed >= :end AND folded_reversed < :endEnd
                AND length(folded_reversed) BETWEEN :least AND :most LIMIT :limit) AS by_end""";

    /** A plate and how far it is from the one asked for; the likest comes first. */
    record Like(double distance, String plate) implements Comparable<Like> {

        private static final Comparator<Like> ORDER =
                Comparator.comparingDouble(Like::distance).thenComparing(Like::plate);

        static Like of(String wanted, String plate) {
            return new Like(Likeness.distance(wanted, plate), plate);
        }

        @Override
        public int compareTo(Like other) {
            return ORDER.compare(this, other);
        }
    }

    private LikePlates() {}

    /** The likest plates, likest first. */
    static List<Like> find(Handle handle, String plate) {
        String folded = Likeness.folded(plate);
        int half = folded.offsetByCodePoints(0, folded.codePointCount(0, folded.length()) / 2);
        String start = folded.substring(0, half);
        String end = reversed(folded.substring(half));
        int length = folded.codePointCount(0, folded.length());
        double farthest = length <= SHORT ? FARTHEST_SHORT : FARTHEST;
        return handle
                .createQuery(CANDIDATES)
                .bind("start", start)
                .bind("startEnd", Prefix.end(start))
                .bind("end", end)
                .bind("endEnd", Prefix.end(end))
                .bind("least", length - LENGTH)
                .bind("most", length + LENGTH)
                .bind("limit", MOST_CANDIDATES)
                .mapTo(String.class)
                .stream()
                .map(candidate -> Like.of(plate, candidate))
                .filter(like -> like.distance() <= farthest)
                .sorted()
                .limit(MOST)
                .toList();
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
