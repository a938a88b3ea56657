package dev.gantry.server.store;

import dev.gantry.plate.CharacterChange;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What plate formats decided in reads' texts, as table {@code read_change}: JSON, of those reads alone that have any. */
final class ReadChanges {

    private ReadChanges() {}

    /** In place of what was kept before. */
    static void write(Handle handle, long read, List<CharacterChange> changes) {
        handle.createUpdate("DELETE FROM read_change WHERE read_id = :read")
                .bind("read", read)
                .execute();
        add(handle, read, changes);
    }

    static void add(Handle handle, long read, List<CharacterChange> changes) {
        if (!changes.isEmpty()) {
            handle.createUpdate("INSERT INTO read_change (read_id, changes) VALUES (:read, :changes)")
                    .bind("read", read)
                    .bind("changes", ReadRow.json(changes))
                    .execute();
        }
    }

    static List<CharacterChange> of(Handle handle, long read) {
        return handle.createQuery("SELECT changes FROM read_change WHERE read_id = :read")
                .bind("read", read)
                .mapTo(String.class)
                .findOne()
                .map(json -> List.of(ReadRow.parse(json, CharacterChange[].class)))
                .orElse(List.of());
    }
}
