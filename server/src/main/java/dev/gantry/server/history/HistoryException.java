package dev.gantry.server.history;

/** The store cannot do what was asked of it now: its disk is full, its database is away. Nothing was stored. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public HistoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
