package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateKey;
import dev.gantry.server.history.Printable;
import dev.gantry.server.history.ReadUid;
import dev.gantry.server.history.Source;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plates in a document of OpenALPR's daemon ({@code alpr_results}), of Rekor's agent (also {@code alpr_group} and
 * {@code alpr_alert}), or in a plain {@code {"plate": ...}}. Anything that is not as it should be beside a plate is taken
 * as not told.
 *
 * @param client address of the sender
 * @param now the time of what comes without a time
 */
record PostedDocument(String client, Instant now) {

    private static final String DIALECT = "openalpr";

    private static final double PERCENT = 100;

    /** No country's plates have half of that. */
    private static final int LONGEST_TEXT = 32;

    /** Names of cameras, uuids and the like. */
    private static final int LONGEST_NAME = 200;

    private static final int LONGEST_REGION = 16;

    /** No picture shows as many. */
    private static final int MOST_PLATES = 100;

    private static final int MOST_CANDIDATES = 100;

    private static final int LARGEST_STRIP = 256 << 10;

    private static final int CORNERS = 4;

    /** A clock that is further ahead than that is wrong. */
    private static final Duration CLOCK_ERROR = Duration.ofDays(1);

    /**
     * All plates; none for a heartbeat, a test and what is not known yet.
     *
     * @throws RequestException when it is no such document
     */
    List<NewRead> reads(JsonNode document) {
        if (!document.isObject()) {
            throw invalid("The body is not a JSON object.");
        }
        List<NewRead> reads = typed(document);
        // Whatever else the body holds, a plate that it tells by itself is not lost behind it.
        return reads.isEmpty() && text(document.path("plate")) != null ? List.of(plain(document)) : reads;
    }

    private List<NewRead> typed(JsonNode document) {
        if (document.path("group").isObject()) { // an alert, which may come without a type
            List<NewRead> reads = group(document.path("group"));
            return reads.isEmpty() ? alert(document) : reads;
        }
        return switch (document.path("data_type").asText("")) {
            case "alpr_results" -> results(document);
            case "alpr_group" -> group(document);
            case "alpr_alert" -> alert(document);
            default -> untyped(document);
        };
    }

    private List<NewRead> untyped(JsonNode document) {
        if (document.path("results").isArray()) {
            return results(document);
        }
        if (document.has("plate")) {
            return List.of(plain(document));
        }
        if (document.path("data_type").isTextual() || document.has("openalpr_webhook")) {
            return List.of();
        }
        throw invalid("The body has no plate.");
    }

    private NewRead plain(JsonNode document) {
        String text = text(document.path("plate"));
        if (text == null) {
            throw invalid("plate is not the text of a plate.");
        }
        String uuid = name(document, "uuid");
        return read(
                uid(uuid, 0),
                time(document.path("epoch_time")),
                text,
                document,
                camera(document),
                document.path("region"));
    }

    /** One picture of the daemon. */
    private List<NewRead> results(JsonNode document) {
        JsonNode results = document.path("results");
        if (results.size() > MOST_PLATES) {
            throw invalid("There are more than %d results.".formatted(MOST_PLATES));
        }
        String uuid = name(document, "uuid");
        Instant time = time(document.path("epoch_time"));
        var taken = new HashSet<Integer>();
        var reads = new ArrayList<NewRead>();
        for (JsonNode result : results) {
            String text = text(result.path("plate"));
            if (text != null) {
                @Nullable String uid = uid(uuid, index(result, taken));
                reads.add(read(uid, time, text, result, camera(document), result.path("region")));
            }
        }
        return reads;
    }

    /** The result's number in its picture; when that is missing or taken, the next that is free. */
    private static int index(JsonNode result, HashSet<Integer> taken) {
        int index = result.path("plate_index").asInt(0);
        while (!taken.add(index)) {
            index++;
        }
        return index;
    }

    /** One passing vehicle, which the agent may already have told of picture by picture: it has its best picture's name. */
    private List<NewRead> group(JsonNode group) {
        JsonNode best = best(group);
        String text = text(group.path("best_plate_number"));
        text = text == null ? text(best.path("plate")) : text;
        if (text == null) {
            return List.of();
        }
        String uuid = name(group, "best_uuid");
        @Nullable String uid = uid(uuid, best.path("plate_index").asInt(0));
        JsonNode region = group.path("best_region").isTextual() ? group.path("best_region") : best.path("region");
        return List.of(read(uid, time(group.path("epoch_start")), text, best, camera(group), region));
    }

    /** The result that the group is about; what it does not tell itself the group may. */
    private static JsonNode best(JsonNode group) {
        ObjectNode best = group.path("best_plate") instanceof ObjectNode told
                ? told.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        if (!best.has("confidence")) {
            best.set("confidence", group.path("best_confidence"));
        }
        if (!best.has("candidates")) {
            best.set("candidates", group.path("candidates"));
        }
        return best;
    }

    /** An alert that comes without its group tells the plate itself. */
    private List<NewRead> alert(JsonNode alert) {
        String text = text(alert.path("plate_number"));
        if (text == null) {
            return List.of();
        }
        String camera = name(alert, "camera_number");
        return List.of(read(
                null,
                time(alert.path("epoch_time")),
                text,
                alert,
                camera == null ? name(alert, "camera_name") : camera,
                alert.path("region")));
    }

    /** @param uid null for one that comes without a name */
    private NewRead read(
            @Nullable String uid,
            Instant time,
            String text,
            JsonNode result,
            @Nullable String camera,
            JsonNode region) {
        Quad corners = corners(result.path("coordinates"));
        Box box = corners == null ? null : corners.bounds();
        double confidence = confidence(result.path("confidence"));
        return new NewRead(
                uid == null ? ReadUid.of(time) : uid,
                time,
                text,
                confidence,
                region(region),
                box,
                corners,
                candidates(result.path("candidates")),
                new Source(DIALECT, client, camera),
                null,
                null,
                new NewRead.Evidence(strip(result.path("plate_crop_jpeg")), null));
    }

    /** Null for what comes without a name. */
    private static @Nullable String uid(@Nullable String uuid, int index) {
        return uuid == null ? null : DIALECT + ":" + uuid + ":" + index;
    }

    /** A plate's text without what cannot be printed; null when it has no letter and no digit or is far too long. */
    private static @Nullable String text(JsonNode plate) {
        if (!plate.isTextual() && !plate.isNumber()) {
            return null;
        }
        String text = Printable.of(plate.asText());
        return text.length() > LONGEST_TEXT || PlateKey.of(text).isEmpty() ? null : text;
    }

    /** A sender that tells none is sure. */
    private static double confidence(JsonNode percent) {
        return percent.isNumber() ? Math.clamp(percent.asDouble() / PERCENT, 0, 1) : 1;
    }

    private Instant time(JsonNode epochMillis) {
        Instant time = Instant.ofEpochMilli(epochMillis.asLong(0));
        boolean isSane = time.isAfter(Instant.EPOCH) && time.isBefore(now.plus(CLOCK_ERROR));
        return isSane ? time : now;
    }

    private static @Nullable String camera(JsonNode document) {
        String number = name(document, "camera_id");
        return number == null ? name(document, "camera") : number;
    }

    /** A text or number that names something; null when there is none of reasonable length. */
    private static @Nullable String name(JsonNode document, String field) {
        JsonNode value = document.path(field);
        String name = value.isTextual() || value.isNumber() ? Printable.of(value.asText()) : "";
        return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
    }

    private static @Nullable String region(JsonNode region) {
        String code = Printable.of(region.asText("")).toLowerCase(Locale.ROOT);
        return code.isEmpty() || code.length() > LONGEST_REGION ? null : code;
    }

    private static @Nullable Quad corners(JsonNode coordinates) {
        List<Point> corners = stream(coordinates)
                .filter(corner ->
                        corner.path("x").isNumber() && corner.path("y").isNumber())
                .map(corner ->
                        new Point(corner.path("x").asDouble(), corner.path("y").asDouble()))
                .filter(corner -> Double.isFinite(corner.x()) && Double.isFinite(corner.y()))
                .limit(CORNERS)
                .toList();
        return corners.size() < CORNERS
                ? null
                : new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    private static List<Candidate> candidates(JsonNode candidates) {
        return stream(candidates)
                .limit(MOST_CANDIDATES)
                .flatMap(candidate -> Stream.ofNullable(text(candidate.path("plate")))
                        .map(text -> new Candidate(text, confidence(candidate.path("confidence")))))
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    /** The picture of the plate alone; null when it is no JPEG file of reasonable size. */
    private static byte @Nullable [] strip(JsonNode base64) {
        if (!base64.isTextual() || base64.asText().length() > LARGEST_STRIP / 3 * 4) {
            return null;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.asText());
            boolean isJpeg =
                    bytes.length > 3 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xD8 && bytes[2] == (byte) 0xFF;
            return isJpeg ? bytes : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static RequestException invalid(String message) {
        return new RequestException(ErrorCode.INVALID_REQUEST, message);
    }
}
