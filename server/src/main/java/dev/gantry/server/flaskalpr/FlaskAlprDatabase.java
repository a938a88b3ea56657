package dev.gantry.server.flaskalpr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/** FlaskALPR's {@code database.sqlite}: table {@code licence_plate} with a text and a time, seconds since 1970. */
public final class FlaskAlprDatabase {

    private static final String ROWS = "SELECT plate, time FROM licence_plate ORDER BY time, plate";

    private final Path file;

    public FlaskAlprDatabase(Path file) {
        this.file = file;
    }

    /**
     * A plate as it was detected.
     *
     * @param plate as it was read; may be blank
     * @param epochSecond any number: SQLite takes what it is given
     */
    public record Row(String plate, long epochSecond) {}

    /**
     * All rows, earliest first, one by one.
     *
     * @throws FlaskAlprException when the file cannot be read or is none of FlaskALPR's
     */
    public void forEach(Consumer<Row> consumer) throws FlaskAlprException {
        if (!Files.isRegularFile(file)) {
            throw new FlaskAlprException("There is no file %s.".formatted(file));
        }
        var readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        try (Connection connection = readOnly.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            while (rows.next()) {
                String plate = rows.getString("plate");
                consumer.accept(new Row(plate == null ? "" : plate, rows.getLong("time")));
            }
        } catch (SQLException e) {
            throw new FlaskAlprException("%s is no database of FlaskALPR: %s".formatted(file, e.getMessage()));
        }
    }
}
