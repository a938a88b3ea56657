package dev.gantry.server.http;

import dev.gantry.server.recognition.Sender;
import jakarta.servlet.http.HttpServletRequest;

/** Whoever sent a request, as far as that does not depend on its body. To be asked by the thread that serves it. */
public record RequestSender(HttpServletRequest request) implements Sender {

    /** A header with which clients ask that nothing of their picture is remembered: {@code no}. */
    private static final String KEEP = "X-Gantry-Keep";

    @Override
    public boolean hasHungUp() {
        return WatchedConnector.hasHungUp(request);
    }

    @Override
    public boolean onlyTries() {
        return "no".equalsIgnoreCase(request.getHeader(KEEP));
    }
}
