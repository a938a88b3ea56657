package dev.gantry.server.store;

import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.SightingPage;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.server.store.SightingWrite.Written;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Sightings as table {@code sighting}. They are searched for by their best reads, which have the same text. */
final class SqlSightings implements Sightings {

    private final Database database;
    private final Writer writer;
    private final Filing filing;
    private final ReadSearch search;

    SqlSightings(Database database, Writer writer, SnapshotFiles files) {
        this.database = database;
        this.writer = writer;
        this.filing = new Filing(files);
        this.search = new ReadSearch(database);
    }

    @Override
    public Optional<Sighting> tell(SightingReport report) {
        List<FiledRead> filed = filing.file(List.of(report.best()));
        Optional<Written> written = Optional.empty();
        try {
            written = writer.write(handle -> SightingWrite.write(database, handle, report, filed.getFirst()));
            return written.map(Written::sighting);
        } finally {
            List<PlateRead> kept = written.map(Written::read).stream().toList();
            filing.discard(filed, kept);
            written.flatMap(Written::before).ifPresent(before -> filing.discard(before, kept));
        }
    }

    @Override
    public Optional<SightingDetails> find(long id) {
        return Reading.from(
                database,
                handle -> handle.createQuery(
                                "SELECT " + SightingRow.COLUMNS + ", path, raw_reads FROM sighting WHERE id = :id")
                        .bind("id", id)
                        .map((row, _) -> SightingRow.readWhole(row))
                        .findOne());
    }

    @Override
    public SightingPage search(ReadFilter filter, @Nullable String cursor, int limit) {
        ReadPage page = search.page(filter.ofDialect(SOURCE), cursor, limit);
        List<Long> ids = page.reads().stream()
                .map(PlateRead::sighting)
                .filter(Objects::nonNull)
                .toList();
        Map<Long, Sighting> found = find(ids);
        return new SightingPage(
                ids.stream().map(found::get).filter(Objects::nonNull).toList(), page.next());
    }

    @Override
    public Map<Long, Sighting> find(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : Reading.from(database, handle -> byId(handle, ids));
    }

    private static Map<Long, Sighting> byId(Handle handle, Collection<Long> ids) {
        return handle
                .createQuery("SELECT " + SightingRow.COLUMNS + " FROM sighting WHERE id IN (<ids>)")
                .bindList("ids", ids)
                .map((row, _) -> SightingRow.read(row))
                .stream()
                .collect(Collectors.toMap(Sighting::id, Function.identity()));
    }

    @Override
    public List<Sighting> latest(String camera, Instant since, int limit) {
        return Reading.from(
                database,
                handle -> handle.createQuery(
                                "SELECT " + SightingRow.COLUMNS + " FROM sighting WHERE camera = :camera"
                                        + " AND (last_seen >= :since OR state = 'open') ORDER BY last_seen DESC, id DESC LIMIT :limit")
                        .bind("camera", camera)
                        .bind("since", since.toEpochMilli())
                        .bind("limit", limit)
                        .map((row, _) -> SightingRow.read(row))
                        .list());
    }

    @Override
    public int closeOpen(Collection<String> cameras, Instant before) {
        return writer.write(handle -> SightingWrite.closeOpen(handle, cameras, before));
    }
}
