package dev.gantry.server.flaskalpr;

/** The file is no database of FlaskALPR; the message tells the user why. */
public final class FlaskAlprException extends Exception {

    private static final long serialVersionUID = 1;

    FlaskAlprException(String message) {
        super(message);
    }
}
