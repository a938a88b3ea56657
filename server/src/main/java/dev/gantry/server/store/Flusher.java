package dev.gantry.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forces SQLite's write-ahead log to the disk once a second, and brings it over to the database file. SQLite itself would do
 * both amid a commit, when the log has grown long. After a power cut it takes over what the log has up to the first page
 * that is not whole.
 */
final class Flusher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Flusher.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path log;
    private final Jdbi database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean dirty;

    Flusher(Path log, Jdbi database) {
        this.log = log;
        this.database = database;
        this.thread = Thread.ofPlatform().name("store-flusher").daemon().start(this::run);
    }

    /** To be told of every commit; returns at once. */
    void committed() {
        dirty = true;
    }

    private void run() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (dirty) {
                    dirty = false;
                    flush();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody does that
        }
    }

    private void flush() {
        try {
            force();
            database.useHandle(handle -> handle.execute("PRAGMA wal_checkpoint(PASSIVE)")); // waits for nobody
        } catch (IOException | JdbiException e) {
            dirty = true;
            LOG.warn("{} cannot be forced to the disk; trying again", log, e);
        }
    }

    /**
     * A long search keeps SQLite from bringing anything over, and then it would force nothing either. The log is opened anew
     * each time, since SQLite deletes it when nobody has the database open.
     */
    private void force() throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.force(false);
        } catch (NoSuchFileException _) { // nothing is left to do
        }
    }

    /** The rest is SQLite's: it brings the log to the disk when the database is closed. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
