package dev.gantry.server.store;

import dev.gantry.plate.CharacterChange;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The history as table {@code plate_read}, with files for strips and pictures. */
final class SqlHistory implements History {

    /** Reads that are fetched at once when all are wanted. */
    private static final int EXPORT_PAGE = 1_000;

    private final Database database;
    private final Writer writer;
    private final SnapshotFiles files;
    private final Filing filing;
    private final ReadDelete delete;
    private final ReadSearch search;

    SqlHistory(Database database, Writer writer, SnapshotFiles files) {
        this.database = database;
        this.writer = writer;
        this.files = files;
        this.filing = new Filing(files);
        this.delete = new ReadDelete(files);
        this.search = new ReadSearch(database);
    }

    @Override
    public List<PlateRead> append(List<NewRead> reads) {
        return store(reads, true);
    }

    @Override
    public List<PlateRead> restore(List<NewRead> reads) {
        return store(reads, false);
    }

    private List<PlateRead> store(List<NewRead> reads, boolean news) {
        if (reads.isEmpty()) {
            return List.of();
        }
        List<FiledRead> filed = filing.file(reads);
        List<PlateRead> stored = List.of();
        try {
            stored = writer.write(handle -> ReadInsert.insert(database, handle, filed, news));
            return stored;
        } finally {
            filing.discard(filed, stored);
        }
    }

    @Override
    public Optional<PlateRead> find(long id) {
        return Reading.from(database, handle -> find(handle, id));
    }

    private static Optional<PlateRead> find(Handle handle, long id) {
        return handle.createQuery("SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> ReadRow.read(row))
                .findOne();
    }

    @Override
    public List<CharacterChange> changes(long id) {
        return Reading.from(database, handle -> ReadChanges.of(handle, id));
    }

    @Override
    public Optional<byte[]> file(String name) {
        try {
            return Optional.of(files.read(name));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new HistoryException("A picture cannot be read", e);
        }
    }

    @Override
    public ReadPage search(ReadFilter filter, @Nullable String cursor, int limit) {
        return search.page(filter, cursor, limit);
    }

    @Override
    public void forEach(ReadFilter filter, Consumer<PlateRead> consumer) {
        @Nullable String cursor = null;
        do {
            ReadPage page = search.page(filter, cursor, EXPORT_PAGE);
            page.reads().forEach(consumer);
            cursor = page.next();
        } while (cursor != null);
    }

    @Override
    public Optional<PlateRead> firstSince(String plate, Instant from) {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT " + ReadRow.COLUMNS
                                + " FROM plate_read WHERE plate = :plate AND time >= :from ORDER BY time, id LIMIT 1")
                        .bind("plate", PlateKey.of(plate))
                        .bind("from", from.toEpochMilli())
                        .map((row, _) -> ReadRow.read(row))
                        .findOne());
    }

    @Override
    public List<String> cameras() {
        return distinct("camera");
    }

    @Override
    public List<String> regions() {
        return distinct("region");
    }

    /** From the groups, of which there are few; one may have lost all of its reads. */
    private List<String> distinct(String column) {
        String sql = "SELECT DISTINCT " + column + " FROM read_group WHERE " + column + " IS NOT NULL"
                + " AND EXISTS (SELECT 1 FROM plate_read WHERE read_group = number) ORDER BY " + column;
        return Reading.from(
                database, handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Override
    public boolean markHit(long id) {
        return writer.write(handle -> markHit(handle, id));
    }

    private static boolean markHit(Handle handle, long id) {
        Counter.EVENT.lock(handle); // from here on nobody else, on no node, changes reads
        Optional<PlateRead> read = find(handle, id);
        read.ifPresent(
                known -> handle.createUpdate("UPDATE plate_read SET hit = 1, read_group = :readGroup WHERE id = :id")
                        .bind("readGroup", ReadGroup.of(known, true).number(handle))
                        .bind("id", id)
                        .execute());
        return read.isPresent();
    }

    @Override
    public boolean delete(long id) {
        return writer.write(handle -> delete.delete(handle, List.of(id))) > 0;
    }
}
