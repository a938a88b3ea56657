package dev.gantry.server.store;

import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.sighting.Rejections;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Counts of rejected candidates as table {@code rejection}. */
final class SqlRejections implements Rejections {

    /** Longer than anybody looks back to find out why a camera misses plates. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String ADD = """
            INSERT INTO rejection (camera, hour, reason, count) VALUES (:camera, :hour, :reason, :count)
            ON CONFLICT (camera, hour, reason) DO UPDATE SET count = rejection.count + excluded.count""";

    private final Database database;
    private final Writer writer;

    SqlRejections(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    /** A row. */
    private record Counted(long hour, Reason reason, long count) {}

    @Override
    public void add(String camera, Instant time, Map<Reason, Long> counts) {
        if (!counts.isEmpty()) {
            writer.write(handle -> add(handle, camera, time, counts));
        }
    }

    private static int add(Handle handle, String camera, Instant time, Map<Reason, Long> counts) {
        var batch = handle.prepareBatch(ADD);
        counts.forEach((reason, count) -> batch.bind("camera", camera)
                .bind("hour", hour(time))
                .bind("reason", reason.name())
                .bind("count", count)
                .add());
        batch.execute();
        return handle.createUpdate("DELETE FROM rejection WHERE camera = :camera AND hour < :before")
                .bind("camera", camera)
                .bind("before", hour(time.minus(KEPT)))
                .execute();
    }

    private static long hour(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS).toEpochMilli();
    }

    @Override
    public List<Hour> since(String camera, Instant time) {
        List<Counted> rows = Reading.from(
                database,
                handle -> handle.createQuery("SELECT hour, reason, count FROM rejection"
                                + " WHERE camera = :camera AND hour >= :hour ORDER BY hour")
                        .bind("camera", camera)
                        .bind("hour", hour(time))
                        .map((row, _) -> new Counted(
                                row.getLong("hour"), Reason.valueOf(row.getString("reason")), row.getLong("count")))
                        .list());
        var hours = new TreeMap<Long, Map<Reason, Long>>();
        rows.forEach(row -> hours.computeIfAbsent(row.hour(), _ -> new EnumMap<>(Reason.class))
                .put(row.reason(), row.count()));
        return hours.entrySet().stream()
                .map(hour -> new Hour(Instant.ofEpochMilli(hour.getKey()), hour.getValue()))
                .toList();
    }
}
