package dev.gantry.server.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;

/**
 * Forgets what is beyond the retention, oldest first. It goes in small steps with pauses, so that whoever stores in the
 * meantime waits for one step at most.
 */
final class Forgetting {

    /** Reads of one step: a few milliseconds' work. */
    private static final int STEP = 100;

    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final String NO_HIT = "hit = 0";

    private final Database database;
    private final Writer writer;
    private final ReadDelete delete;
    private final Retention retention;
    private final Clock clock;

    Forgetting(Database database, Writer writer, ReadDelete delete, Retention retention, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.delete = delete;
        this.retention = retention;
        this.clock = clock;
    }

    /** A read or event that may have to go. */
    private record Old(long id, long time, long bytes) {}

    void run() throws InterruptedException {
        Instant now = clock.instant();
        if (retention.age().isPresent()) {
            forget(NO_HIT, now.minus(retention.age().get()), _ -> 1, Long.MAX_VALUE);
        }
        if (retention.hitAge().isPresent()) {
            forget("hit = 1", now.minus(retention.hitAge().get()), _ -> 1, Long.MAX_VALUE);
        }
        if (retention.reads().isPresent()) {
            forget(
                    NO_HIT,
                    Instant.MAX,
                    _ -> 1,
                    Counter.KEPT_READS.last(database) - retention.reads().get());
        }
        if (retention.bytes().isPresent()) {
            long excess = Counter.KEPT_BYTES.last(database) - retention.bytes().get();
            forget(NO_HIT + " AND bytes > 0", Instant.MAX, Old::bytes, excess);
        }
        if (retention.eventAge().isPresent()) {
            dropEvents(now.minus(retention.eventAge().get()));
        }
    }

    /**
     * @param before only reads that were seen earlier
     * @param weight what a read counts
     * @param excess how much has to go, in weights
     */
    private void forget(String condition, Instant before, ToLongFunction<Old> weight, long excess)
            throws InterruptedException {
        long left = excess;
        var last = new Old(0, Long.MIN_VALUE, 0);
        while (left > 0) {
            List<Old> oldest = oldest(condition, before, last);
            if (oldest.isEmpty()) {
                return;
            }
            int count = 0;
            while (count < oldest.size() && left > 0) {
                left -= weight.applyAsLong(oldest.get(count++));
            }
            List<Long> ids = oldest.subList(0, count).stream().map(Old::id).toList();
            writer.write(handle -> delete.delete(handle, ids));
            last = oldest.get(count - 1);
            Thread.sleep(PAUSE);
        }
    }

    /** @param last where the step before ended: what was left there, such as hits, is not looked at again */
    private List<Old> oldest(String condition, Instant before, Old last) {
        String query = "SELECT id, time, bytes FROM plate_read WHERE " + condition
                + " AND (time, id) > (:time, :id) AND time < :before ORDER BY time, id LIMIT :limit";
        return Reading.from(
                database,
                handle -> handle.createQuery(query)
                        .bind("time", last.time())
                        .bind("id", last.id())
                        .bind("before", before.equals(Instant.MAX) ? Long.MAX_VALUE : before.toEpochMilli())
                        .bind("limit", STEP)
                        .map((row, _) -> new Old(row.getLong("id"), row.getLong("time"), row.getLong("bytes")))
                        .list());
    }

    /** From the log's beginning on, so that what is left has no gap. */
    private void dropEvents(Instant before) throws InterruptedException {
        int dropped;
        do {
            dropped = writer.write(handle -> dropEvents(handle, before));
            Thread.sleep(PAUSE);
        } while (dropped > 0);
    }

    private static int dropEvents(Handle handle, Instant before) {
        List<Long> old = handle
                .createQuery("SELECT sequence, time FROM event ORDER BY sequence LIMIT :limit")
                .bind("limit", STEP)
                .map((row, _) -> new Old(row.getLong("sequence"), row.getLong("time"), 0))
                .stream()
                .takeWhile(event -> event.time() < before.toEpochMilli())
                .map(Old::id)
                .toList();
        return old.isEmpty()
                ? 0
                : handle.createUpdate("DELETE FROM event WHERE sequence <= :last")
                        .bind("last", old.getLast())
                        .execute();
    }
}
