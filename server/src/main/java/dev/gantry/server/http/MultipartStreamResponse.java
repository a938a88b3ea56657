package dev.gantry.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Pictures one after the other in one answer (MJPEG), as browsers show them. To be used by the thread that serves the request. */
public final class MultipartStreamResponse {

    private static final String BOUNDARY = "frame";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    public MultipartStreamResponse(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** Sends the headers. */
    public void start() throws IOException {
        response.setContentType("multipart/x-mixed-replace; boundary=" + BOUNDARY);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold pictures back
        response.flushBuffer();
    }

    /**
     * Returns when the client, or the buffers on the way to it, have taken the picture.
     *
     * @throws IOException when the client is gone, or takes nothing for as long as a connection may be idle
     */
    public void send(byte[] jpeg) throws IOException {
        OutputStream out = response.getOutputStream();
        String head = "--%s\r\nContent-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n".formatted(BOUNDARY, jpeg.length);
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(jpeg);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Whether the client has hung up, or wanted no more than the headers. */
    public boolean isOver() {
        return HeadAsGet.isHead(request) || WatchedConnector.hasHungUp(request);
    }
}
