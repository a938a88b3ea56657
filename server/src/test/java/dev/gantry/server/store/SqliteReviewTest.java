package dev.gantry.server.store;

import java.nio.file.Path;

class SqliteReviewTest extends ReviewContract {

    @Override
    StoreOptions options(Path folder) {
        return StoreOptions.in(folder);
    }
}
