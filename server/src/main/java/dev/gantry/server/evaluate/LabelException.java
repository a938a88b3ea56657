package dev.gantry.server.evaluate;

/** A file of labels or exclusions that cannot be used; the message says where and why. */
public final class LabelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LabelException(String message) {
        super(message);
    }
}
