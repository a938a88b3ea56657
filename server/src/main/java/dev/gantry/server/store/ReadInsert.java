package dev.gantry.server.store;

import dev.gantry.server.event.Event;
import dev.gantry.server.history.PlateRead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores reads, their plates and their events, inside a transaction. */
final class ReadInsert {

    private static final String EVENT =
            "INSERT INTO event (sequence, time, type, read_id) VALUES (:sequence, :time, :type, :read)";

    private static final String KNOWN = """
            SELECT value FROM (%s) AS given WHERE EXISTS (SELECT 1 FROM plate_read WHERE uid = given.value)
                OR EXISTS (SELECT 1 FROM event WHERE uid = given.value)""";

    private ReadInsert() {}

    /**
     * @param news whether each of them has its event
     * @return those that are new, in the order given
     */
    static List<PlateRead> insert(Database database, Handle handle, List<FiledRead> reads, boolean news) {
        if (!database.isSqlite()) { // whose transactions wait for each other as a whole
            Counter.EVENT.lock(handle); // from here on no other node can store the same uid
        }
        Set<String> known = known(database, handle, reads);
        List<FiledRead> fresh =
                reads.stream().filter(read -> known.add(read.read().uid())).toList();
        if (fresh.isEmpty()) {
            return List.of();
        }
        long bytes = fresh.stream().mapToLong(FiledRead::bytes).sum();
        Counter.First first = Counter.take(handle, fresh.size(), news ? fresh.size() : 0, bytes);
        var stored = new ArrayList<PlateRead>();
        var groups = new ReadGroup.Numbers(handle);
        var rows = handle.prepareBatch(ReadRow.insert());
        for (FiledRead read : fresh) {
            PlateRead row = read.withId(first.read() + stored.size());
            ReadRow.bind(rows, row, read.bytes(), groups.of(row)).add();
            stored.add(row);
        }
        PlateTable.add(handle, stored.stream().map(PlateRead::plate).toList());
        rows.execute();
        for (int i = 0; i < fresh.size(); i++) {
            ReadChanges.add(handle, stored.get(i).id(), fresh.get(i).read().changes());
        }
        if (news) {
            tell(handle, stored, first.event());
        }
        return stored;
    }

    private static void tell(Handle handle, List<PlateRead> reads, long firstSequence) {
        long sequence = firstSequence;
        long now = Instant.now().toEpochMilli();
        var events = handle.prepareBatch(EVENT);
        for (PlateRead read : reads) {
            events.bind("sequence", sequence++)
                    .bind("time", now)
                    .bind("type", Event.READ)
                    .bind("read", read.id())
                    .add();
        }
        events.execute();
    }

    private static Set<String> known(Database database, Handle handle, List<FiledRead> reads) {
        List<String> uids = reads.stream().map(read -> read.read().uid()).toList();
        return handle.createQuery(KNOWN.formatted(database.elementsOf(":uids")))
                .bind("uids", ReadRow.json(uids))
                .mapTo(String.class)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
