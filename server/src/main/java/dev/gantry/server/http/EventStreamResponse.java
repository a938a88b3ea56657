package dev.gantry.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An answer that goes on: Server-Sent Events. To be used by the thread that serves the request. */
public final class EventStreamResponse {

    private static final String MEDIA_TYPE = "text/event-stream; charset=utf-8";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    public EventStreamResponse(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /**
     * Sends the headers and the first frames at once, so that the client knows that it is connected.
     *
     * @throws IOException when the client is gone
     */
    public void start(String frames) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
        send(frames);
    }

    /**
     * Returns when the client, or the buffers on the way to it, have taken the frames.
     *
     * @throws IOException when the client is gone, or takes nothing for as long as a connection may be idle
     */
    public void send(String frames) throws IOException {
        OutputStream out = response.getOutputStream();
        out.write(frames.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Whether the client has hung up, or wanted no more than the headers. */
    public boolean isOver() {
        return HeadAsGet.isHead(request) || WatchedConnector.hasHungUp(request);
    }
}
