package dev.gantry.server.store;

import java.nio.file.Path;

class SqliteFilterTest extends FilterContract {

    @Override
    StoreOptions options(Path folder) {
        return StoreOptions.in(folder);
    }
}
