package dev.gantry.server.store;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything is kept.
 *
 * @param folder for the files, and for the SQLite database when no other is named; made when it is not there
 * @param url JDBC address of a PostgreSQL database; empty for SQLite in the folder
 * @param user of that database
 * @param password of that user
 * @param retention how much is kept
 * @param flush when it is forced to the disk
 */
public record StoreOptions(
        Path folder, Optional<String> url, String user, String password, Retention retention, Flush flush) {

    /** SQLite in the folder. */
    public static StoreOptions in(Path folder) {
        return new StoreOptions(folder, Optional.empty(), "", "", Retention.UNLIMITED, Flush.SECOND);
    }
}
