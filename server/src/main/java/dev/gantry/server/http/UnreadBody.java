package dev.gantry.server.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * What a client still sends while its answer is already known, because the address does not exist, takes no body, or the
 * body is too large. Jetty would close the connection on it, and a client that is cut off while it sends often sees a lost
 * connection instead of the answer, or half of the answer. So the rest is read and thrown away, within reason.
 */
public final class UnreadBody {

    private static final Duration LONGEST = Duration.ofSeconds(3);

    /** A film sent by mistake; whoever sends more is cut off. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int BUFFER = 64 << 10;

    private UnreadBody() {}

    /** To be called before the answer is sent; does nothing when all has been read. */
    public static void discard(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        boolean hasBody = length > 0 || request.getHeader("Transfer-Encoding") != null;
        boolean waits = request.getHeader("Expect") != null; // for "100 Continue", and sends nothing yet
        if (!hasBody || waits || length > MOST_BYTES) {
            return;
        }
        try {
            ServletInputStream in = request.getInputStream();
            if (in.isFinished()) {
                return;
            }
            long deadline = System.nanoTime() + LONGEST.toNanos();
            byte[] buffer = new byte[BUFFER];
            long left = MOST_BYTES;
            int read = 0;
            while (read >= 0 && left > 0 && System.nanoTime() < deadline) {
                left -= read;
                read = in.read(buffer);
            }
        } catch (IOException | RuntimeException _) { // it went away; the answer then reaches nobody anyhow
        }
    }
}
