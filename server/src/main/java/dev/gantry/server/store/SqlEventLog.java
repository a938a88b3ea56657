package dev.gantry.server.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.event.Event;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.json.Json;
import dev.gantry.server.json.ReadJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The event log as table {@code event}. A read's event takes its data from the read's row. */
final class SqlEventLog implements EventLog {

    /** Of events whose read is no longer kept. */
    static final String FORGOTTEN = "forgotten";

    private static final String AFTER = """
            SELECT e.sequence, e.uid AS event_uid, e.time AS event_time, e.type, e.data, r.*
            FROM event e LEFT JOIN plate_read r ON r.id = e.read_id
            WHERE e.sequence > :sequence ORDER BY e.sequence LIMIT :limit""";

    private static final JsonMapper JSON = Json.mapper();

    private final Database database;
    private final Writer writer;

    SqlEventLog(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public List<Event> after(long sequence, int limit) {
        return Reading.from(
                database,
                handle -> handle.createQuery(AFTER)
                        .bind("sequence", sequence)
                        .bind("limit", limit)
                        .map((row, _) -> event(row))
                        .list());
    }

    private static Event event(ResultSet row) throws SQLException {
        long sequence = row.getLong("sequence");
        Instant time = Instant.ofEpochMilli(row.getLong("event_time"));
        String type = row.getString("type");
        @Nullable String data = row.getString("data");
        if (data != null) {
            return new Event(sequence, row.getString("event_uid"), time, type, data);
        }
        @Nullable String uid = row.getString("uid");
        return uid == null
                ? new Event(sequence, FORGOTTEN + "-" + sequence, time, FORGOTTEN, "{}")
                : new Event(sequence, uid, time, type, json(row));
    }

    private static String json(ResultSet row) throws SQLException {
        try {
            return JSON.writeValueAsString(ReadJson.of(ReadRow.read(row)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long newest() {
        return Reading.from(database, handle -> Counter.EVENT.last(handle));
    }

    @Override
    public long oldest() {
        return Reading.from(
                database,
                handle -> handle.createQuery(
                                "SELECT coalesce((SELECT min(sequence) FROM event), (SELECT last + 1 FROM counter WHERE name = 'event'))")
                        .mapTo(long.class)
                        .one());
    }

    @Override
    public boolean append(String uid, String type, String data) {
        return writer.write(handle -> {
            Counter.EVENT.lock(handle);
            if (known(handle, uid)) {
                return false;
            }
            insert(handle, uid, type, data, null);
            return true;
        });
    }

    /** Whether the log has the event already, as its own or as a read's. */
    private static boolean known(Handle handle, String uid) {
        return handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM event WHERE uid = :uid) OR EXISTS (SELECT 1 FROM plate_read WHERE uid = :uid)")
                .bind("uid", uid)
                .mapTo(boolean.class)
                .one();
    }

    /** @param read the read with which the data is to be forgotten; null for none */
    static void insert(Handle handle, String uid, String type, String data, @Nullable Long read) {
        handle.createUpdate("INSERT INTO event (sequence, uid, time, type, read_id, data)"
                        + " VALUES (:sequence, :uid, :time, :type, :read, :data)")
                .bind("sequence", Counter.EVENT.take(handle, 1))
                .bind("uid", uid)
                .bind("time", Instant.now().toEpochMilli())
                .bind("type", type)
                .bind("read", read)
                .bind("data", data)
                .execute();
    }

    @Override
    public OptionalLong cursor(String sink) {
        Optional<Long> cursor = Reading.from(
                database,
                handle -> handle.createQuery("SELECT sequence FROM sink_cursor WHERE sink = :sink")
                        .bind("sink", sink)
                        .mapTo(long.class)
                        .findOne());
        return cursor.isPresent() ? OptionalLong.of(cursor.get()) : OptionalLong.empty();
    }

    @Override
    public void moveCursor(String sink, long sequence) {
        writer.write(handle -> handle.createUpdate("INSERT INTO sink_cursor (sink, sequence) VALUES (:sink, :sequence)"
                        + " ON CONFLICT (sink) DO UPDATE SET sequence = excluded.sequence")
                .bind("sink", sink)
                .bind("sequence", sequence)
                .execute());
    }
}
