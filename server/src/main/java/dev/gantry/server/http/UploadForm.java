package dev.gantry.server.http;

import dev.gantry.server.json.ErrorCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A form's files and texts, sent as multipart or, when it has texts alone, as one long line. */
public final class UploadForm {

    public static final String MULTIPART = "multipart/form-data";

    public static final String URL_ENCODED = "application/x-www-form-urlencoded";

    /** Room for a form's other fields and headers, or for JSON's other fields. */
    private static final long ENVELOPE_BYTES = 64 << 10;

    /** Of a hundred characters of base64 three are + or /, which a form sends as three characters each. */
    private static final double URL_ENCODING = 1.1;

    /** Far more than any form has; each one costs memory. */
    private static final int MOST_TEXTS = 100;

    private final List<FormFile> files;
    private final List<Text> texts;

    private UploadForm(List<FormFile> files, List<Text> texts) {
        this.files = files;
        this.texts = texts;
    }

    private record Text(String field, String value) {}

    /** Most bytes that a form may have so that a file in it has at most {@code pictureBytes}. */
    public static long fileLimit(long pictureBytes) {
        return pictureBytes + ENVELOPE_BYTES;
    }

    /** Most bytes that a body may have so that the picture in it, as a file or as base64, has at most {@code pictureBytes}. */
    public static long bodyLimit(long pictureBytes) {
        return (long) (Base64Text.lengthOf(pictureBytes) * URL_ENCODING) + ENVELOPE_BYTES;
    }

    /**
     * The form in the body, empty when the body is of another type.
     *
     * @throws RequestException when the form is malformed
     */
    public static UploadForm of(RequestBody body) {
        return switch (body.mediaType()) {
            case MULTIPART -> multipart(body.bytes().length == 0 ? List.of() : MultipartForm.parse(body));
            case URL_ENCODED -> {
                body.reserve(2L * body.bytes().length); // the line, and its decoded texts
                yield new UploadForm(List.of(), urlEncoded(new String(body.bytes(), StandardCharsets.UTF_8)));
            }
            default -> new UploadForm(List.of(), List.of());
        };
    }

    private static UploadForm multipart(List<FormFile> parts) {
        return new UploadForm(
                parts.stream().filter(FormFile::isFile).toList(),
                parts.stream()
                        .filter(part -> !part.isFile())
                        .map(part -> new Text(part.field(), new String(part.bytes(), StandardCharsets.UTF_8)))
                        .toList());
    }

    private static List<Text> urlEncoded(String line) {
        String[] pairs = line.split("&", MOST_TEXTS + 1);
        if (pairs.length > MOST_TEXTS) {
            throw new RequestException(
                    ErrorCode.INVALID_REQUEST, "The form has more than %d fields.".formatted(MOST_TEXTS));
        }
        try {
            return Stream.of(pairs)
                    .map(pair -> pair.split("=", 2))
                    .map(pair -> new Text(decoded(pair[0]), pair.length < 2 ? "" : decoded(pair[1])))
                    .toList();
        } catch (IllegalArgumentException _) {
            throw new RequestException(ErrorCode.INVALID_REQUEST, "The form is not properly encoded.");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** All files, in the order of the form. */
    public List<FormFile> files() {
        return files;
    }

    /** The first file of a field. */
    public Optional<FormFile> file(String field) {
        return files.stream().filter(file -> file.field().equals(field)).findFirst();
    }

    /** The names of all texts, in the order of the form. */
    public List<String> fields() {
        return texts.stream().map(Text::field).toList();
    }

    /** All texts of a field. */
    public List<String> texts(String field) {
        return texts.stream()
                .filter(text -> text.field().equals(field))
                .map(Text::value)
                .toList();
    }

    /** The first text of a field. */
    public Optional<String> text(String field) {
        return texts(field).stream().findFirst();
    }
}
