package dev.gantry.server.store;

import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The history as table {@code plate_read}, with files for strips and pictures. */
final class SqlHistory implements History {

    /** Reads that are fetched at once when all are wanted. */
    private static final int EXPORT_PAGE = 1_000;

    private final Database database;
    private final Writer writer;
    private final SnapshotFiles files;
    private final ReadSearch search;

    SqlHistory(Database database, Writer writer, SnapshotFiles files) {
        this.database = database;
        this.writer = writer;
        this.files = files;
        this.search = new ReadSearch(database);
    }

    @Override
    public List<PlateRead> append(List<NewRead> reads) {
        if (reads.isEmpty()) {
            return List.of();
        }
        List<FiledRead> filed = reads.stream().map(this::file).toList();
        List<PlateRead> stored;
        try {
            stored = writer.write(handle -> ReadInsert.insert(handle, filed));
        } catch (HistoryException e) {
            filed.forEach(this::discard);
            throw e;
        }
        filed.stream()
                .filter(read -> stored.stream()
                        .noneMatch(s -> s.uid().equals(read.read().uid())))
                .forEach(this::discard);
        return stored;
    }

    /** The files come before the row, so that a row never names a file that is not there. */
    private FiledRead file(NewRead read) {
        byte @Nullable [] strip = read.evidence().strip();
        byte @Nullable [] picture = read.evidence().picture();
        @Nullable String digest = read.pictureDigest();
        try {
            return new FiledRead(
                    read,
                    strip == null ? null : files.keepStrip(read.time(), strip),
                    picture == null || digest == null ? null : files.keepPicture(read.time(), digest, picture));
        } catch (IOException e) {
            throw new HistoryException("A read's pictures cannot be written", e);
        }
    }

    /** A picture may be another read's as well: it is left to the cleaning. */
    private void discard(FiledRead read) {
        if (read.strip() != null) {
            remove(read.strip());
        }
    }

    private void remove(String file) {
        try {
            files.delete(file);
        } catch (IOException e) {
            throw new HistoryException("A picture cannot be deleted", e);
        }
    }

    @Override
    public Optional<PlateRead> find(long id) {
        return Reading.from(
                database,
                handle -> handle.createQuery("SELECT " + ReadRow.COLUMNS + " FROM plate_read WHERE id = :id")
                        .bind("id", id)
                        .map((row, _) -> ReadRow.read(row))
                        .findOne());
    }

    @Override
    public Optional<byte[]> file(String name) {
        try {
            return Optional.of(files.read(name));
        } catch (java.nio.file.NoSuchFileException _) {
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
    public boolean delete(long id) {
        Optional<PlateRead> read = find(id);
        read.ifPresent(this::delete);
        return read.isPresent();
    }

    /** The row goes first: what it named may go only when nothing names it any more. */
    private void delete(PlateRead read) {
        @Nullable String picture = read.picture();
        boolean pictureIsFree = writer.write(handle -> {
            handle.execute("DELETE FROM plate_read WHERE id = ?", read.id());
            return picture != null
                    && handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM plate_read WHERE picture = :picture)")
                            .bind("picture", picture)
                            .mapTo(boolean.class)
                            .one();
        });
        if (read.strip() != null) {
            remove(read.strip());
        }
        if (picture != null && pictureIsFree) {
            remove(picture);
        }
    }
}
