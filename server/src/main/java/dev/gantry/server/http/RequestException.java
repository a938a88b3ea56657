package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;

/** A request that cannot be served as it is; the message tells the client what to do. */
public final class RequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public RequestException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
