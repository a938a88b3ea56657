package dev.gantry.server.camera.managed;

import java.util.Locale;

/** How a camera is. */
public enum CameraState {
    /** Its pictures come. */
    ONLINE,
    /** It is connected, but has sent nothing for a while. */
    STALLED,
    /** It cannot be reached, it broke, or nobody watches it. */
    OFFLINE;

    /** As clients have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
