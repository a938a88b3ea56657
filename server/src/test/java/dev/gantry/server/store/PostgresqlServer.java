package dev.gantry.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A real PostgreSQL on a free port. */
final class PostgresqlServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    PostgresqlServer() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    void empty() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    StoreOptions options(Path folder) {
        return new StoreOptions(
                folder,
                Optional.of(postgres.getJdbcUrl("postgres", "postgres")),
                "postgres",
                "postgres",
                Retention.UNLIMITED,
                Flush.SECOND);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
