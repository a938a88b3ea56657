package dev.gantry.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every test of the store needs, whatever the database: a folder, and a store on an empty database. */
abstract class DatabaseContract {

    @TempDir
    Path folder;

    StoreOptions options;

    Store store;

    /** The database, empty when a test starts. */
    abstract StoreOptions options(Path folder);

    @BeforeEach
    void open() throws Exception {
        options = options(folder);
        store = Store.open(options, () -> {});
    }

    @AfterEach
    void close() {
        store.close();
    }
}
