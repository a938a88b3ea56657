package dev.gantry.server.store;

import java.nio.file.Path;

class SqliteStoreTest extends StoreContract {

    @Override
    StoreOptions options(Path folder) {
        return StoreOptions.in(folder);
    }
}
