package dev.gantry.server.store;

import java.nio.file.Path;

class SqliteSightingTest extends SightingContract {

    @Override
    StoreOptions options(Path folder) {
        return StoreOptions.in(folder);
    }
}
