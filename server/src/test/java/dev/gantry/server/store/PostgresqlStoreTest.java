package dev.gantry.server.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The same on a real PostgreSQL, which the test starts on a free port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlStoreTest extends StoreContract {

    private EmbeddedPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    @Override
    void open() throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA public CASCADE");
            statement.execute("CREATE SCHEMA public");
        }
        super.open();
    }

    @Override
    StoreOptions options(Path folder) throws SQLException {
        return new StoreOptions(
                folder,
                Optional.of(postgres.getJdbcUrl("postgres", "postgres")),
                "postgres",
                "postgres",
                Retention.UNLIMITED,
                Flush.SECOND);
    }
}
