package dev.gantry.benchmarks.history;

import dev.gantry.server.history.Likeness;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills an empty history past the store, many times faster than reads come in: rows first, indexes afterwards. The tables
 * are those that the store has made; what is measured afterwards goes through the store.
 */
final class FastFill {

    private final Connection connection;
    private final RowWriter writer;

    private FastFill(Connection connection, RowWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    /** Puts many rows into a table, in the way that is fastest for its database. */
    interface RowWriter {

        /** Writes one row after the other. */
        interface Rows extends AutoCloseable {
            void add(List<?> values) throws SQLException, IOException;

            @Override
            void close() throws SQLException, IOException;
        }

        Rows into(String table, List<String> columns) throws SQLException, IOException;

        /** What a database does by itself once it has been running for a while: it looks how its rows are. */
        String settle();

        /** A query for the statements that made the indexes of {@code plate_read} that do not belong to its columns. */
        String indexes();
    }

    static void run(Connection connection, RowWriter writer, Traffic traffic, long reads)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        var fill = new FastFill(connection, writer);
        List<String> indexes = fill.indexes();
        for (String index : indexes) {
            fill.execute("DROP INDEX " + index.replace("UNIQUE ", "").split(" ")[2]);
        }
        fill.reads(traffic, reads);
        for (String index : indexes) {
            fill.execute(index);
        }
        fill.plates();
        fill.execute("INSERT INTO event (sequence, time, type, read_id) SELECT id, time, 'read', id FROM plate_read");
        fill.execute("UPDATE counter SET last = " + reads + " WHERE name IN ('read', 'event', 'kept_reads')");
        connection.setAutoCommit(true); // PostgreSQL tidies up outside of transactions only
        try (Statement statement = connection.createStatement()) {
            statement.execute(writer.settle());
        }
    }

    private List<String> indexes() throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(writer.indexes())) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
        }
        return indexes;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    private void reads(Traffic traffic, long reads) throws SQLException, IOException {
        var groups = new FilledGroups();
        try (var rows = writer.into("plate_read", FilledRow.COLUMNS)) {
            for (long number = 0; number < reads; number++) {
                rows.add(FilledRow.of(number + 1, traffic.read(number), groups));
            }
        }
        connection.commit();
        for (String row : groups.rows()) {
            execute("INSERT INTO read_group (camera, dialect, country, region, least, hit) VALUES (" + row + ")");
        }
    }

    private void plates() throws SQLException, IOException {
        List<String> plates = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT DISTINCT plate FROM plate_read")) {
            while (found.next()) {
                plates.add(found.getString(1));
            }
        }
        try (var rows = writer.into("plate", List.of("plate", "folded", "folded_reversed"))) {
            for (String plate : plates) {
                String folded = Likeness.folded(plate);
                rows.add(List.of(
                        plate, folded, new StringBuilder(folded).reverse().toString()));
            }
        }
        connection.commit();
    }
}
