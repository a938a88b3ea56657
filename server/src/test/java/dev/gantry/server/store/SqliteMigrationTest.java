package dev.gantry.server.store;

import java.nio.file.Path;

class SqliteMigrationTest extends MigrationContract {

    @Override
    StoreOptions options(Path folder) {
        return StoreOptions.in(folder);
    }
}
