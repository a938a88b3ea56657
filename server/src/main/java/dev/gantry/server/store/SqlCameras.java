package dev.gantry.server.store;

import dev.gantry.server.camera.StoredCameras;
import java.time.Instant;
import java.util.List;

/** Definitions of cameras as table {@code camera}. */
final class SqlCameras implements StoredCameras {

    private static final String PUT = """
            INSERT INTO camera (id, definition, created, updated) VALUES (:id, :definition, :now, :now)
            ON CONFLICT (id) DO UPDATE SET definition = excluded.definition, updated = excluded.updated""";

    private final Database database;
    private final Writer writer;

    SqlCameras(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    @Override
    public List<StoredCamera> all() {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT id, definition FROM camera ORDER BY id")
                        .map((row, _) -> new StoredCamera(row.getString("id"), row.getString("definition")))
                        .list());
    }

    @Override
    public void put(StoredCamera camera) {
        writer.write(handle -> handle.createUpdate(PUT)
                .bind("id", camera.id())
                .bind("definition", camera.definition())
                .bind("now", Instant.now().toEpochMilli())
                .execute());
    }

    @Override
    public boolean delete(String id) {
        return writer.write(handle -> handle.createUpdate("DELETE FROM camera WHERE id = :id")
                        .bind("id", id)
                        .execute()
                > 0);
    }
}
