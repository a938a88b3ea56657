package dev.gantry.server.camera;

import java.util.List;

/** Definitions of cameras that outlive a restart. Every method may throw {@link dev.gantry.server.history.HistoryException}. */
public interface StoredCameras {

    /**
     * A camera as it is stored.
     *
     * @param definition JSON, with secrets
     */
    record StoredCamera(String id, String definition) {}

    /** All, in the order of their ids. */
    List<StoredCamera> all();

    /** Stores a new one, or replaces the one of this id. */
    void put(StoredCamera camera);

    /**
     * Forgets one.
     *
     * @return whether there was one
     */
    boolean delete(String id);
}
