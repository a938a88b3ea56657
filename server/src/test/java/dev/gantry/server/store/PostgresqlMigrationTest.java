package dev.gantry.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same on a real PostgreSQL. */
class PostgresqlMigrationTest extends MigrationContract {

    @RegisterExtension
    static final PostgresqlServer POSTGRES = new PostgresqlServer();

    @Override
    StoreOptions options(Path folder) {
        return POSTGRES.options(folder);
    }
}
