package dev.gantry.server.api;

import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.MultipartForm;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The picture in a request, in whichever of the three forms it came: a multipart file, the body itself, or base64 in JSON. */
final class UploadedPicture {

    private static final String HOW_TO =
            "Send one picture: as a multipart file, as the body itself, or as JSON {\"image\": \"<base64>\"}.";

    /** The last is what curl --data-binary says when nobody tells it otherwise. */
    private static final Set<String> RAW_TYPES =
            Set.of("", "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded");

    /** Room for a form's other fields and headers, or for JSON's other fields. */
    private static final long ENVELOPE_BYTES = 64 << 10;

    private final @Nullable String name;
    private final byte[] bytes;
    private final List<String> regions;

    private UploadedPicture(@Nullable String name, byte[] bytes, List<String> regions) {
        this.name = name;
        this.bytes = bytes;
        this.regions = regions;
    }

    /** The file's name as the client gave it, null when it gave none. */
    @Nullable
    String name() {
        return name;
    }

    /** The picture file's content; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    /** What the form's fields called "regions" hold, empty when there are none. */
    List<String> regions() {
        return regions;
    }

    /**
     * Most bytes that a request may have so that its picture has at most {@code pictureBytes}.
     *
     * @param contentType the request's content type, null when it has none
     */
    static long bodyLimit(long pictureBytes, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (isMultipart(type)) {
            return pictureBytes + ENVELOPE_BYTES;
        }
        return isJson(type)
                ? pictureBytes * 4 / 3 + ENVELOPE_BYTES
                : pictureBytes; // base64 has 4 characters for 3 bytes
    }

    /**
     * Takes the picture out of a request's body.
     *
     * @throws RequestException when there is no picture in it, or more than one
     */
    static UploadedPicture in(RequestBody body) {
        String type = body.mediaType();
        if (isMultipart(type)) {
            return onlyFile(MultipartForm.parse(body));
        }
        if (isJson(type)) {
            return new UploadedPicture(null, JsonPicture.decode(body.bytes()), List.of());
        }
        if (!type.startsWith("image/") && !RAW_TYPES.contains(type)) {
            throw new RequestException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The content type '%s' is not accepted. %s".formatted(type, HOW_TO));
        }
        if (body.bytes().length == 0) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The request is empty. " + HOW_TO);
        }
        return new UploadedPicture(null, body.bytes(), List.of());
    }

    private static UploadedPicture onlyFile(List<FormFile> parts) {
        List<FormFile> files = parts.stream()
                .filter(part -> part.isFile() && (!part.fileName().isEmpty() || part.bytes().length > 0))
                .toList();
        if (files.size() != 1) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST, "The form has %d files. %s".formatted(files.size(), HOW_TO));
        }
        FormFile file = files.getFirst();
        List<String> regions = parts.stream()
                .filter(part -> !part.isFile() && part.field().equals(RegionHint.NAME))
                .map(part -> new String(part.bytes(), StandardCharsets.UTF_8))
                .toList();
        return new UploadedPicture(file.fileName().isEmpty() ? null : file.fileName(), file.bytes(), regions);
    }

    private static boolean isMultipart(String type) {
        return type.startsWith("multipart/form-data");
    }

    private static boolean isJson(String type) {
        return type.startsWith("application/json");
    }
}
