package dev.gantry.server;

import dev.gantry.server.history.HistoryException;
import dev.gantry.server.http.PortException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** The server cannot start; the message is one sentence for the operator. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private StartException(String message, Throwable cause) {
        super(message, cause);
    }

    static StartException of(HistoryException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new StartException(failure.getMessage() + ": " + root.getMessage(), failure);
    }

    /**
     * @param port the main one, which is at fault unless the failure names another
     */
    static StartException of(String host, int port, Throwable failure) {
        return new StartException(sentence(host, port, failure), failure);
    }

    private static String sentence(String host, int mainPort, Throwable failure) {
        int port = mainPort;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return "There is no address for the host '%s'; choose another with --host.".formatted(host);
            }
            if (cause instanceof PortException closed) {
                port = closed.port();
            }
            if (cause instanceof BindException bind) {
                String setting = port == mainPort ? "--port" : "alsoListenOn";
                return bindSentence(host, port, setting, String.valueOf(bind.getMessage()));
            }
        }
        return "Gantry cannot listen on %s:%d: %s".formatted(host, port, failure.getMessage());
    }

    private static String bindSentence(String host, int port, String setting, String reason) {
        if (reason.contains("Cannot assign")) {
            return "'%s' is no address of this machine; choose another with --host.".formatted(host);
        }
        if (reason.contains("Permission denied")) {
            return "Port %d needs more rights than Gantry has; choose one above 1023 with %s.".formatted(port, setting);
        }
        return "Port %d is in use; stop the program that uses it or choose another with %s.".formatted(port, setting);
    }
}
