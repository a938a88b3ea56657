package dev.gantry.server.bench;

/** A run that cannot take place; the message says why. */
public final class BenchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BenchException(String message) {
        super(message);
    }
}
