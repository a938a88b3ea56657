package dev.gantry.server.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The same on a real PostgreSQL, which the test starts on a free port. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresqlReviewTest extends ReviewContract {

    private PostgresqlServer postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = new PostgresqlServer();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    @Override
    void open() throws Exception {
        postgres.empty();
        super.open();
    }

    @Override
    StoreOptions options(Path folder) {
        return postgres.options(folder);
    }
}
