package dev.gantry.server.camera.managed;

/** What was asked of the cameras cannot be done; the message is a plain sentence for people. */
public final class CameraException extends Exception {

    private static final long serialVersionUID = 1;

    CameraException(String message) {
        super(message);
    }
}
