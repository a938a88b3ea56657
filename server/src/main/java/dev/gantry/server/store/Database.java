package dev.gantry.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/** A migrated database: one connection that writes and some that read, so that neither waits for the other. */
final class Database implements AutoCloseable {

    private static final String FILE = "gantry.sqlite";

    private static final int READERS = 8;

    /** Whoever waits longer than that for a connection is told that the database is away. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Another process, such as a backup, may hold SQLite's lock for so long. */
    private static final Duration SQLITE_BUSY = Duration.ofSeconds(5);

    /** Of the database file, so that searches over millions of rows need not read it again; in KiB, negative by SQLite's rule. */
    private static final int SQLITE_CACHE = -32 * 1024;

    /** Pages of the log after which a commit does what the {@link Flusher} has not come to: 256 MiB. */
    private static final int SQLITE_LONGEST_LOG = 64 * 1024;

    private static final int SQLITE_MAPPED = 1 << 30;

    /** PostgreSQL compiles what it takes for a long query, or shares it out, which takes longer than ours do. */
    private static final String POSTGRESQL_SHORT_QUERIES = "SET jit = off; SET max_parallel_workers_per_gather = 0";

    private final boolean sqlite;
    private final HikariDataSource writer;
    private final HikariDataSource readers;
    private final Jdbi writing;
    private final Jdbi reading;

    private Database(boolean sqlite, HikariDataSource writer, HikariDataSource readers) {
        this.sqlite = sqlite;
        this.writer = writer;
        this.readers = readers;
        writing = Jdbi.create(writer);
        if (sqlite) { // PostgreSQL's driver does that itself
            writing.setStatementBuilderFactory(_ -> new KeptStatements());
        }
        reading = Jdbi.create(readers);
    }

    /** Opens the database, makes it when it is not there and brings its tables up to date. */
    static Database open(StoreOptions options) {
        return options.url().map(url -> postgresql(url, options)).orElseGet(() -> sqlite(options));
    }

    private static Database sqlite(StoreOptions options) {
        String url = "jdbc:sqlite:" + options.folder().resolve(FILE);
        return migrated(true, sqliteSource(url, options.flush()), "");
    }

    /** Where SQLite keeps what is not yet in the database file. */
    static Path log(Path folder) {
        return folder.resolve(FILE + "-wal");
    }

    private static Database postgresql(String url, StoreOptions options) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(options.user());
        source.setPassword(options.password());
        source.setReWriteBatchedInserts(true); // a batch's rows go in a few statements, and not each in its own
        String commit = switch (options.flush()) {
            case SECOND -> "SET synchronous_commit = off"; // PostgreSQL's own writer follows within a second
            case COMMIT -> "SET synchronous_commit = on";
        };
        return migrated(false, source, commit + "; " + POSTGRESQL_SHORT_QUERIES);
    }

    /** @param first executed on each new connection */
    private static Database migrated(boolean sqlite, DataSource source, String first) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + (sqlite ? "sqlite" : "postgresql"))
                .load()
                .migrate();
        HikariDataSource writer = pool(source, 1, first);
        try {
            return new Database(sqlite, writer, pool(source, READERS, first));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static DataSource sqliteSource(String url, Flush flush) {
        var sqlite = new SQLiteConfig();
        sqlite.setJournalMode(JournalMode.WAL);
        sqlite.setSynchronous(
                switch (flush) {
                    case SECOND -> SynchronousMode.NORMAL;
                    case COMMIT -> SynchronousMode.FULL;
                });
        sqlite.setBusyTimeout((int) SQLITE_BUSY.toMillis());
        sqlite.setTransactionMode(
                TransactionMode.IMMEDIATE); // after a read first, no write while another process writes
        sqlite.setCacheSize(SQLITE_CACHE);
        sqlite.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(SQLITE_LONGEST_LOG));
        sqlite.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, String.valueOf(SQLITE_MAPPED));
        var source = new SQLiteDataSource(sqlite);
        source.setUrl(url);
        return source;
    }

    private static HikariDataSource pool(DataSource source, int size, String first) {
        var pool = new HikariConfig();
        pool.setDataSource(source);
        if (!first.isEmpty()) {
            pool.setConnectionInitSql(first);
        }
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(LONGEST_WAIT.toMillis());
        return new HikariDataSource(pool);
    }

    boolean isSqlite() {
        return sqlite;
    }

    /** A query for the texts in a JSON array, as {@code value}. */
    String elementsOf(String json) {
        return sqlite
                ? "SELECT value FROM json_each(" + json + ")"
                : "SELECT value FROM json_array_elements_text(cast(" + json + " AS json))";
    }

    /** A query for the numbers in a JSON array, as {@code stream}. */
    String numbersOf(String json) {
        return sqlite
                ? "SELECT value AS stream FROM json_each(" + json + ")"
                : "SELECT cast(value AS bigint) AS stream FROM json_array_elements_text(cast(" + json + " AS json))";
    }

    Jdbi writing() {
        return writing;
    }

    Jdbi reading() {
        return reading;
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
