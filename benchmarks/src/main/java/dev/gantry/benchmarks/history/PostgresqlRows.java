package dev.gantry.benchmarks.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** PostgreSQL takes many rows fastest by COPY. */
final class PostgresqlRows implements FastFill.RowWriter {

    private static final int BUFFER = 1 << 20;

    private final Connection connection;

    PostgresqlRows(Connection connection) {
        this.connection = connection;
    }

    /** Autovacuum's work; until then every row found in an index is looked up in its table, too. */
    @Override
    public String settle() {
        return "VACUUM (ANALYZE)";
    }

    @Override
    public String indexes() {
        return "SELECT indexdef FROM pg_indexes WHERE tablename = 'plate_read' AND indexname LIKE 'plate\\_read\\_%'"
                + " AND indexname NOT IN ('plate_read_pkey', 'plate_read_uid_key')";
    }

    @Override
    public Rows into(String table, List<String> columns) throws SQLException, IOException {
        var copy = new PGCopyOutputStream(
                connection.unwrap(PGConnection.class),
                "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN",
                BUFFER);
        return new Rows() {

            @Override
            public void add(List<?> values) throws IOException {
                String row = values.stream()
                        .map(value -> value == null ? "\\N" : value.toString())
                        .collect(Collectors.joining("\t", "", "\n"));
                copy.write(row.getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void close() throws IOException {
                copy.close();
            }
        };
    }
}
