package dev.gantry.server.dialect.platerecognizer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.server.http.Base64Text;
import dev.gantry.server.http.FormFile;
import dev.gantry.server.http.NameParameter;
import dev.gantry.server.http.RequestBody;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.http.UploadForm;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a request holds, sent as a form or as JSON.
 *
 * @param fileName the picture's name as the client gave it; null when it gave none
 * @param picture the picture file's bytes; null when it is not in the request
 * @param url where the picture is; null when it is not told
 * @param namedRegions codes as they were sent
 * @param timestamp when the picture was taken, as it was sent; null when it was not told
 * @param vehicles whether make, model and colour are wanted
 */
record SnapshotRequest(
        @Nullable String fileName,
        byte @Nullable [] picture,
        @Nullable String url,
        List<String> namedRegions,
        @Nullable String camera,
        @Nullable String timestamp,
        boolean vehicles,
        SnapshotConfig config) {

    private static final String JSON = "application/json";

    /** There are no more of them. */
    private static final int MOST_REGIONS = 300;

    private static final JsonMapper MAPPER = Json.uploads();

    SnapshotRequest {
        namedRegions = List.copyOf(namedRegions);
    }

    /**
     * @throws RequestException when a field is no proper value
     */
    static SnapshotRequest of(RequestBody body) {
        return body.mediaType().equals(JSON) ? json(body) : form(UploadForm.of(body));
    }

    private static SnapshotRequest form(UploadForm form) {
        Optional<FormFile> file =
                form.file("upload").filter(one -> !one.fileName().isEmpty() || one.bytes().length > 0);
        return of(
                file.map(FormFile::fileName).filter(name -> !name.isEmpty()).orElse(null),
                file.map(FormFile::bytes).orElse(null),
                form.texts("regions"),
                field -> form.text(field).orElse(null));
    }

    private static SnapshotRequest json(RequestBody body) {
        body.reserve(2L * body.bytes().length); // the text, and what it is decoded to
        JsonNode root = parsed(body.bytes());
        JsonNode regions = root.path("regions");
        return of(
                null,
                null,
                regions.isArray()
                        ? StreamSupport.stream(regions.spliterator(), false)
                                .map(JsonNode::asText)
                                .toList()
                        : List.of(regions.asText()),
                field -> text(root.path(field)));
    }

    private static @Nullable String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static SnapshotRequest of(
            @Nullable String fileName,
            byte @Nullable [] file,
            List<String> regions,
            Function<String, @Nullable String> texts) {
        String base64 = texts.apply("upload");
        return new SnapshotRequest(
                fileName,
                file == null && base64 != null && !base64.isBlank() ? decoded(base64) : file,
                texts.apply("upload_url"),
                regions,
                NameParameter.checked("camera_id", texts.apply("camera_id")),
                NameParameter.checked("timestamp", texts.apply("timestamp")),
                "true".equalsIgnoreCase(texts.apply("mmc")),
                SnapshotConfig.of(texts.apply("config")));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64Text.decode(base64);
        } catch (IllegalArgumentException _) {
            throw malformed("The field upload is neither a file nor proper base64.");
        }
    }

    private static JsonNode parsed(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (IOException _) {
            throw malformed("The request is not proper JSON.");
        }
    }

    private static RequestException malformed(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }

    /** The regions that are known here; those that are not cannot help and do no harm. */
    List<String> regions(Set<String> known) {
        return namedRegions.stream()
                .flatMap(codes -> Arrays.stream(codes.split(",", MOST_REGIONS)))
                .map(code -> code.strip().toLowerCase(Locale.ROOT))
                .filter(known::contains)
                .distinct()
                .toList();
    }
}
