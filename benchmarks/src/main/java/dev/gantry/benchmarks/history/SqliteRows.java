package dev.gantry.benchmarks.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** SQLite takes many rows fastest by one prepared statement, and without a journal. */
final class SqliteRows implements FastFill.RowWriter {

    private static final int BATCH = 10_000;

    /** For sorting what an index is made of, KiB. */
    private static final int CACHE = -512 * 1024;

    private final Connection connection;

    SqliteRows(Connection connection) {
        this.connection = connection;
    }

    /** A connection that takes no care of crashes. */
    static Connection connect(String url) throws SQLException {
        var fast = new SQLiteConfig();
        fast.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        fast.setJournalMode(SQLiteConfig.JournalMode.OFF);
        fast.setCacheSize(CACHE);
        return fast.createConnection(url);
    }

    @Override
    public String settle() {
        return "ANALYZE";
    }

    @Override
    public String indexes() {
        return "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'plate_read' AND sql NOT NULL";
    }

    @Override
    public Rows into(String table, List<String> columns) throws SQLException {
        PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " ("
                + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
        return new Rows() {

            private int waiting;

            @Override
            public void add(List<?> values) throws SQLException {
                for (int i = 0; i < values.size(); i++) {
                    insert.setObject(i + 1, values.get(i));
                }
                insert.addBatch();
                if (++waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }

            @Override
            public void close() throws SQLException {
                insert.executeBatch();
                insert.close();
            }
        };
    }
}
