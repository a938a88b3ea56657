package dev.gantry.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real PostgreSQL on a free port, while a class's tests run; empty before each of them. */
final class PostgresqlServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private @Nullable EmbeddedPostgres running;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        running = EmbeddedPostgres.builder().start();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws SQLException {
        try (Connection connection = postgres().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
    }

    StoreOptions options(Path folder) {
        return new StoreOptions(
                folder,
                Optional.of(postgres().getJdbcUrl("postgres", "postgres")),
                "postgres",
                "postgres",
                Retention.UNLIMITED,
                Flush.SECOND);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        postgres().close();
    }

    private EmbeddedPostgres postgres() {
        return Objects.requireNonNull(running, "the tests have not begun");
    }
}
