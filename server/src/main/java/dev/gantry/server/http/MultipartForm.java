package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Blocker;

/** Takes a multipart form apart. Jetty's own parser does the work, on bytes in memory, so that no temporary file exists. */
public final class MultipartForm {

    /** Far more than any form has; each one costs memory. */
    private static final int MOST_PARTS = 100;

    private static final int MOST_HEADER_BYTES = 8 << 10;

    private static final long IN_MEMORY_WHATEVER_ITS_SIZE = -1;

    private MultipartForm() {}

    /**
     * The parts of the form in the body.
     *
     * @throws RequestException when the body is no well-formed form
     */
    public static List<FormFile> parse(RequestBody body) {
        String boundary = MultiPart.extractBoundary(body.contentType());
        if (boundary == null || boundary.isEmpty()) {
            throw malformed("its content type names no boundary");
        }
        var parser = new MultiPartFormData.Parser(boundary);
        parser.setMaxMemoryFileSize(IN_MEMORY_WHATEVER_ITS_SIZE);
        parser.setMaxParts(MOST_PARTS);
        parser.setPartHeadersMaxLength(MOST_HEADER_BYTES);
        var content = Content.Source.from(ByteBuffer.wrap(body.bytes()));
        try (MultiPartFormData.Parts parts = Blocker.blockWithPromise(promise -> parser.parse(content, promise))) {
            var files = new ArrayList<FormFile>(parts.size());
            for (MultiPart.Part part : parts) {
                files.add(fileOf(part, body));
            }
            return files;
        } catch (RequestException e) {
            throw e;
        } catch (IOException | RuntimeException _) { // Jetty throws both
            throw malformed("it is cut short or has more than " + MOST_PARTS + " fields");
        }
    }

    private static FormFile fileOf(MultiPart.Part part, RequestBody body) throws IOException {
        ByteBuffer content = Content.Source.asByteBuffer(part.getContentSource());
        body.reserve(content.remaining());
        byte[] bytes = new byte[content.remaining()];
        content.get(bytes);
        return new FormFile(part, bytes);
    }

    private static RequestException malformed(String why) {
        return new RequestException(ErrorCode.INVALID_REQUEST, "The form cannot be read: " + why + ".");
    }
}
