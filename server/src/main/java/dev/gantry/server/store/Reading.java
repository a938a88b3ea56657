package dev.gantry.server.store;

import dev.gantry.server.history.HistoryException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.JdbiException;

/** Asks the database, with its faults in our words. */
final class Reading {

    private Reading() {}

    /** @throws HistoryException when the database cannot answer */
    static <T> T from(Database database, HandleCallback<T, RuntimeException> query) {
        try {
            return database.reading().withHandle(query);
        } catch (JdbiException e) {
            throw new HistoryException("The store cannot be read now", e);
        }
    }
}
