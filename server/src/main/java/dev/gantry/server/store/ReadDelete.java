package dev.gantry.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Forgets reads with all that belongs to them, such as the sightings that they stand for, inside a transaction. The files go before it is committed: a crash in
 * between leaves a read whose pictures are missing, which can be forgotten again, and never a picture that nothing names.
 */
final class ReadDelete {

    private final SnapshotFiles files;

    ReadDelete(SnapshotFiles files) {
        this.files = files;
    }

    private record Row(
            String plate, @Nullable String strip, @Nullable String picture, long bytes) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("plate"), row.getString("strip"), row.getString("picture"), row.getLong("bytes"));
        }
    }

    /** @return how many of them there were */
    int delete(Handle handle, List<Long> ids) {
        Counter.EVENT.lock(handle); // from here on no other node stores a read of a plate that is about to go
        List<Row> rows = handle.createQuery("SELECT plate, strip, picture, bytes FROM plate_read WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, _) -> Row.of(row))
                .list();
        if (rows.isEmpty()) {
            return 0;
        }
        handle.createUpdate("DELETE FROM plate_read WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
        handle.createUpdate("DELETE FROM review WHERE read_id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
        handle.createUpdate("DELETE FROM read_change WHERE read_id IN (<ids>)")
                .bindList("ids", ids)
                .execute();
        handle.createUpdate("DELETE FROM sighting WHERE best_read IN (<ids>)")
                .bindList("ids", ids)
                .execute();
        handle.createUpdate("UPDATE event SET data = NULL WHERE read_id IN (<ids>) AND data IS NOT NULL")
                .bindList("ids", ids)
                .execute();
        PlateTable.dropUnused(handle, rows.stream().map(Row::plate).distinct().toList());
        Counter.KEPT_READS.add(handle, -rows.size());
        Counter.KEPT_BYTES.add(handle, -rows.stream().mapToLong(Row::bytes).sum());
        rows.stream().map(Row::strip).filter(Objects::nonNull).forEach(this::remove);
        Set<String> pictures =
                rows.stream().map(Row::picture).filter(Objects::nonNull).collect(Collectors.toSet());
        pictures.stream().filter(picture -> isUnused(handle, picture)).forEach(this::remove);
        return rows.size();
    }

    /** The plates of one picture share its file. */
    private static boolean isUnused(Handle handle, String picture) {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM plate_read WHERE picture = :picture)")
                .bind("picture", picture)
                .mapTo(boolean.class)
                .one();
    }

    private void remove(String file) {
        try {
            files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
