package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.recognition.Sender;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request's whole body in memory. Close it when the answer is known, so that the next upload may have the memory; it may
 * once all workers that were given the picture have let go of it, too.
 *
 * <p>A body that is too large is refused before it is read when its length is announced, and otherwise as soon as it
 * passes the limit.
 */
public final class RequestBody implements Sender, AutoCloseable {

    private static final int FIRST_BUFFER = 64 << 10;

    /** A megabit a second brings 16 MiB in this time; slower uploads would hold memory for too long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(2);

    private final HttpServletRequest request;
    private final RequestSender sender;
    private final MemoryShare share;
    private byte[] bytes = new byte[0];
    private boolean open = true;

    private RequestBody(HttpServletRequest request, UploadMemory memory) {
        this.request = request;
        this.sender = new RequestSender(request);
        this.share = new MemoryShare(memory);
    }

    /**
     * Reads the body.
     *
     * @param limit most bytes that the body may have
     * @throws RequestException when it is too large, too slow, cut short or when there is no memory left for it
     */
    public static RequestBody read(HttpServletRequest request, long limit, UploadMemory memory) {
        var body = new RequestBody(request, memory);
        try {
            body.fill(limit);
            return body;
        } catch (RequestException e) {
            body.close();
            throw e;
        } catch (IOException | RuntimeException _) { // Jetty throws both for malformed chunks and lost connections
            body.close();
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The request's body ended before it was complete.");
        }
    }

    public byte[] bytes() {
        return bytes;
    }

    /** The content type without parameters in lower case, such as "image/jpeg"; empty when none was given. */
    public String mediaType() {
        return withoutParameters(request.getContentType());
    }

    /** A content type without parameters in lower case; empty for none. */
    public static String withoutParameters(@Nullable String contentType) {
        String type = contentType == null ? "" : contentType;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    /** The content type as given, empty when none was. */
    public String contentType() {
        String type = request.getContentType();
        return type == null ? "" : type;
    }

    /**
     * Counts memory that the request takes besides its body: copies of a form's files, or what a text is decoded to.
     *
     * @throws RequestException when there is not so much left
     */
    public void reserve(long more) {
        share.take(more);
    }

    /** To be asked by the thread that serves the request. */
    @Override
    public boolean hasHungUp() {
        return sender.hasHungUp();
    }

    @Override
    public boolean onlyTries() {
        return sender.onlyTries();
    }

    @Override
    public Runnable hold() {
        return share.hold();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            bytes = new byte[0];
            share.letGo();
        }
    }

    private void fill(long limit) throws IOException {
        long announced = request.getContentLengthLong();
        if (announced > limit) {
            throw tooLarge(limit);
        }
        long deadline = System.nanoTime() + LONGEST_UPLOAD.toNanos();
        long most = announced >= 0 ? announced : limit + 1; // one more tells that it is too large
        InputStream in = request.getInputStream();
        int length = 0;
        while (true) {
            if (length == bytes.length && length < most) {
                grow(most);
            }
            int read = length == bytes.length ? in.read() : in.read(bytes, length, bytes.length - length);
            if (read < 0 || length == bytes.length) {
                break;
            }
            length += read;
            if (length > limit) {
                throw tooLarge(limit);
            }
            if (System.nanoTime() > deadline) {
                throw new RequestException(
                        ErrorCode.TOO_SLOW, "The upload took longer than " + LONGEST_UPLOAD.toSeconds() + " seconds.");
            }
        }
        bytes = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Doubles the buffer, up to what the body can have. */
    private void grow(long most) {
        int larger = (int) Math.min(most, Math.max(FIRST_BUFFER, bytes.length * 2L));
        reserve(larger - bytes.length);
        bytes = Arrays.copyOf(bytes, larger);
    }

    private static RequestException tooLarge(long limit) {
        return new RequestException(
                ErrorCode.TOO_LARGE, "The request is larger than the " + limit + " bytes that are accepted.");
    }
}
