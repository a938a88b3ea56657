package dev.gantry.benchmarks.history;

import dev.gantry.plate.Box;
import dev.gantry.server.history.Likeness;
import dev.gantry.server.history.NewRead;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.sqlite.SQLiteConfig;

/**
 * Fills an empty SQLite history past the store, many times faster than reads come in: rows first, indexes afterwards. The
 * tables are those that the store has made; what is measured afterwards goes through the store.
 */
final class FastFill {

    private static final int BATCH = 10_000;

    /** For sorting what an index is made of, KiB. */
    private static final int CACHE = -512 * 1024;

    private static final String READ = """
            INSERT INTO plate_read (id, uid, time, text, plate, confidence, country, region, box, corners, candidates,
                dialect, client, camera, model_digest, bytes, hit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0)""";

    private final Connection connection;

    private FastFill(Connection connection) {
        this.connection = connection;
    }

    static void run(Path database, Traffic traffic, long reads) throws SQLException {
        var fast = new SQLiteConfig();
        fast.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        fast.setCacheSize(CACHE);
        try (Connection connection = fast.createConnection("jdbc:sqlite:" + database)) {
            connection.setAutoCommit(false);
            var fill = new FastFill(connection);
            List<String> indexes = fill.indexes();
            for (String index : indexes) {
                fill.execute("DROP INDEX " + index.split(" ")[2]);
            }
            fill.reads(traffic, reads);
            for (String index : indexes) {
                fill.execute(index);
            }
            fill.plates();
            fill.execute(
                    "INSERT INTO event (sequence, time, type, read_id) SELECT id, time, 'read', id FROM plate_read");
            fill.execute("UPDATE counter SET last = " + reads + " WHERE name <> 'kept_bytes'");
            connection.commit();
        }
    }

    /** The statements that made those of the reads that have one. */
    private List<String> indexes() throws SQLException {
        List<String> indexes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'plate_read' AND sql NOT NULL")) {
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

    private void reads(Traffic traffic, long reads) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(READ)) {
            for (long number = 0; number < reads; number++) {
                bind(insert, number + 1, traffic.read(number));
                insert.addBatch();
                if (number % BATCH == BATCH - 1 || number == reads - 1) {
                    insert.executeBatch();
                }
            }
        }
        connection.commit();
    }

    private static void bind(PreparedStatement insert, long id, NewRead read) throws SQLException {
        Box box = Objects.requireNonNull(read.box());
        String region = Objects.requireNonNull(read.region());
        String x = "," + box.x();
        String y = "," + box.y();
        insert.setLong(1, id);
        insert.setString(2, read.uid());
        insert.setLong(3, read.time().toEpochMilli());
        insert.setString(4, read.text());
        insert.setString(5, read.text());
        insert.setDouble(6, read.confidence());
        insert.setString(7, region.split("-")[0]);
        insert.setString(8, region);
        insert.setString(9, "[" + box.x() + y + ",120.0,30.0]");
        insert.setString(10, "[[1.0" + y + "],[2.0" + y + "],[3.0" + x + "],[4.0" + x + "]]");
        insert.setString(11, "[{\"text\":\"" + read.text() + "\",\"confidence\":" + read.confidence() + "}]");
        insert.setString(12, read.source().dialect());
        insert.setString(13, read.source().client());
        insert.setString(14, read.source().camera());
        insert.setString(15, read.modelDigest());
    }

    private void plates() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet plates = statement.executeQuery("SELECT DISTINCT plate FROM plate_read");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO plate (plate, folded, folded_reversed) VALUES (?, ?, ?)")) {
            while (plates.next()) {
                String folded = Likeness.folded(plates.getString(1));
                insert.setString(1, plates.getString(1));
                insert.setString(2, folded);
                insert.setString(3, new StringBuilder(folded).reverse().toString());
                insert.executeUpdate();
            }
        }
        connection.commit();
    }
}
