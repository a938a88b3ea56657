package dev.gantry.server.store;

import dev.gantry.server.camera.StoredCameras;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.review.Reviews;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.server.statistics.Statistics;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

/** History, sightings, reviews, cameras and event log on one database. */
public final class Store implements AutoCloseable {

    private static final String SNAPSHOTS = "snapshots";

    private final Database database;
    private final Optional<Flusher> flusher;
    private final Writer writer;
    private final Housekeeping housekeeping;
    private final History history;
    private final EventLog events;
    private final Reviews reviews;
    private final Statistics statistics;
    private final Sightings sightings;
    private final Rejections rejections;
    private final StoredCameras cameras;

    private Store(
            Database database, Optional<Flusher> flusher, Writer writer, SnapshotFiles files, Retention retention) {
        this.database = database;
        this.flusher = flusher;
        this.writer = writer;
        var clock = Clock.systemUTC();
        this.housekeeping = new Housekeeping(
                new Forgetting(database, writer, new ReadDelete(files), retention, clock),
                new Orphans(database, files, clock));
        this.history = new SqlHistory(database, writer, files);
        this.events = new SqlEventLog(database, writer);
        this.reviews = new SqlReviews(database, writer);
        this.statistics = new SqlStatistics(database);
        this.sightings = new SqlSightings(database, writer, files);
        this.rejections = new SqlRejections(database, writer);
        this.cameras = new SqlCameras(database, writer);
    }

    /**
     * Opens what is there or makes it.
     *
     * @param committed called after each change, in the writer's thread; must return at once
     * @throws HistoryException when the folder or the database cannot be used
     */
    public static Store open(StoreOptions options, Runnable committed) {
        try {
            Files.createDirectories(options.folder());
            var database = Database.open(options);
            Optional<Flusher> flusher = database.isSqlite()
                    ? Optional.of(new Flusher(Database.log(options.folder()), database.reading()))
                    : Optional.empty();
            return new Store(
                    database,
                    flusher,
                    new Writer(database, () -> {
                        flusher.ifPresent(Flusher::committed);
                        committed.run();
                    }),
                    new SnapshotFiles(options.folder().resolve(SNAPSHOTS)),
                    options.retention());
        } catch (IOException | RuntimeException e) {
            throw new HistoryException("The history in %s cannot be opened".formatted(options.folder()), e);
        }
    }

    public History history() {
        return history;
    }

    public EventLog events() {
        return events;
    }

    public Reviews reviews() {
        return reviews;
    }

    public Statistics statistics() {
        return statistics;
    }

    public Sightings sightings() {
        return sightings;
    }

    public Rejections rejections() {
        return rejections;
    }

    public StoredCameras cameras() {
        return cameras;
    }

    /** Does what still waits and ends. */
    @Override
    public void close() {
        housekeeping.close();
        writer.close();
        flusher.ifPresent(Flusher::close);
        database.close();
    }
}
