package dev.gantry.server.store;

import dev.gantry.server.history.Likeness;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Table {@code plate}: every text of a read once, in the forms that searches need. */
final class PlateTable {

    private static final String ADD = """
            INSERT INTO plate (plate, folded, folded_reversed) VALUES (:plate, :folded, :reversed)
            ON CONFLICT (plate) DO NOTHING""";

    private static final String DROP_UNUSED = """
            DELETE FROM plate WHERE plate IN (<plates>)
                AND NOT EXISTS (SELECT 1 FROM plate_read WHERE plate_read.plate = plate.plate)""";

    private PlateTable() {}

    static void add(Handle handle, Collection<String> plates) {
        var batch = handle.prepareBatch(ADD);
        for (String plate : plates) {
            String folded = Likeness.folded(plate);
            batch.bind("plate", plate)
                    .bind("folded", folded)
                    .bind("reversed", LikePlates.reversed(folded))
                    .add();
        }
        batch.execute();
    }

    /** Drops those of the plates that no read has any more. */
    static void dropUnused(Handle handle, Collection<String> plates) {
        handle.createUpdate(DROP_UNUSED).bindList("plates", plates).execute();
    }
}
