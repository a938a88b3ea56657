package dev.gantry.server.http;

import java.io.IOException;

/** A port cannot be listened on; the cause tells why. */
public final class PortException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int port;

    PortException(int port, IOException cause) {
        super("port " + port, cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
