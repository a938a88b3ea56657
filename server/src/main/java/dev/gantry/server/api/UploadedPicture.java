package dev.gantry.server.api;

import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.json.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The picture in a request, in whichever of the three forms it came: a multipart file, the body itself, or base64 in JSON.
 *
 * @param name the file's name as the client gave it, null when it gave none
 * @param bytes the picture file's content; not to be changed
 * @param regions what the fields called "regions" hold, empty when there are none
 * @param camera what the sender calls the camera, null when it names none
 */
record UploadedPicture(
        @Nullable String name,
        byte[] bytes,
        List<String> regions,
        @Nullable String camera) {

    /** Field of a form or of JSON, and query parameter. */
    static final String CAMERA = "camera";

    private static final String HOW_TO =
            "Send one picture: as a multipart file, as the body itself, or as JSON {\"image\": \"<base64>\"}.";

    /** The last is what curl --data-binary says when nobody tells it otherwise. */
    private static final Set<String> RAW_TYPES =
            Set.of("", "application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded");

    UploadedPicture {
        regions = List.copyOf(regions);
    }

    /**
     * Most bytes that a request may have so that its picture has at most {@code pictureBytes}.
     *
     * @param contentType the request's content type, null when it has none
     */
    static long bodyLimit(long pictureBytes, @Nullable String contentType) {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (isMultipart(type)) {
            return UploadForm.fileLimit(pictureBytes);
        }
        return isJson(type) ? UploadForm.fileLimit(Base64Text.lengthOf(pictureBytes)) : pictureBytes;
    }

    /**
     * Takes the picture out of a request's body.
     *
     * @throws RequestException when there is no picture in it, or more than one
     */
    static UploadedPicture in(RequestBody body) {
        String type = body.mediaType();
        if (isMultipart(type)) {
            return onlyFile(UploadForm.of(body));
        }
        if (isJson(type)) {
            body.reserve(2L * body.bytes().length); // the text, and what it is decoded to
            return JsonPicture.parse(body.bytes());
        }
        if (!type.startsWith("image/") && !RAW_TYPES.contains(type)) {
            throw new RequestException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The content type '%s' is not accepted. %s".formatted(type, HOW_TO));
        }
        if (body.bytes().length == 0) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The request is empty. " + HOW_TO);
        }
        return new UploadedPicture(null, body.bytes(), List.of(), null);
    }

    private static UploadedPicture onlyFile(UploadForm form) {
        form.fields().forEach(RegionHint::checkName);
        List<FormFile> files = form.files().stream()
                .filter(file -> !file.fileName().isEmpty() || file.bytes().length > 0)
                .toList();
        if (files.size() != 1) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The form has " + files.size() + " files. " + HOW_TO);
        }
        FormFile file = files.getFirst();
        return new UploadedPicture(
                file.fileName().isEmpty() ? null : file.fileName(),
                file.bytes(),
                form.texts(RegionHint.NAME),
                form.text(CAMERA).orElse(null));
    }

    private static boolean isMultipart(String type) {
        return type.startsWith(UploadForm.MULTIPART);
    }

    private static boolean isJson(String type) {
        return type.startsWith("application/json");
    }
}
