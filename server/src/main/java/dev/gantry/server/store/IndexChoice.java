package dev.gantry.server.store;

import dev.gantry.server.store.Conditions.Indexed;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Which index finds reads fastest. PostgreSQL knows how often each value occurs and chooses by itself. SQLite knows only
 * averages, and a page of a rare region at a busy camera would take it through all of the camera's reads: so it is told.
 *
 * <p>A plate's index goes first. Otherwise a look at the conditions tells whether one of them is rare, and its reads are few
 * enough to be sorted. When all are common, reads are gone through newest first by the first condition's index, and a page
 * is soon full.
 */
enum IndexChoice {
    BY_DATABASE {
        @Override
        String forQuery(Handle handle, Conditions conditions) {
            return "";
        }
    },

    BY_RARENESS {
        @Override
        String forQuery(Handle handle, Conditions conditions) {
            return " INDEXED BY plate_read_" + column(handle, conditions);
        }
    };

    static final String PLATE = "plate";

    private static final String TIME = "time";

    private static final String CONFIDENCE = "confidence";

    /** So many reads are fetched and sorted in a few milliseconds. */
    private static final int FEW = 5_000;

    /** What follows the table's name in a query. */
    abstract String forQuery(Handle handle, Conditions conditions);

    private static String column(Handle handle, Conditions conditions) {
        List<Indexed> indexed = conditions.indexed();
        if (indexed.stream().anyMatch(condition -> condition.column().equals(PLATE))) {
            return PLATE;
        }
        String first = indexed.isEmpty() || indexed.getFirst().column().equals(CONFIDENCE)
                ? TIME // it has the confidence, too
                : indexed.getFirst().column();
        return indexed.size() == 1 && !first.equals(TIME)
                ? first
                : indexed.stream()
                        .filter(condition -> isRare(handle, conditions, condition))
                        .findFirst()
                        .map(Indexed::column)
                        .orElse(first);
    }

    private static boolean isRare(Handle handle, Conditions conditions, Indexed condition) {
        String column = condition.column();
        return handle.createQuery("SELECT count(*) FROM (SELECT 1 FROM plate_read INDEXED BY plate_read_" + column
                                + " WHERE " + condition.text() + " LIMIT :few)")
                        .bind(column, conditions.value(column).orElseThrow())
                        .bind("few", FEW)
                        .mapTo(int.class)
                        .one()
                < FEW;
    }
}
