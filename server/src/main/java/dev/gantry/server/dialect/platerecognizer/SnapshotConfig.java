package dev.gantry.server.dialect.platerecognizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.plate.Plate;
import dev.gantry.server.http.RequestException;
import dev.gantry.server.json.ErrorCode;
import dev.gantry.server.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the field {@code config} changes; of the original's options those that make sense here, the others are ignored.
 *
 * @param leastDetection plates that are less surely plates are not told, 0 to 1
 * @param leastText plates whose text is less sure are not told, 0 to 1
 * @param strictRegion whether only plates from the named regions are told
 */
record SnapshotConfig(double leastDetection, double leastText, boolean strictRegion) {

    private static final JsonMapper MAPPER = Json.uploads();

    /**
     * @param json null for no wishes
     * @throws RequestException when it is no JSON object, or a threshold is no number
     */
    static SnapshotConfig of(@Nullable String json) {
        JsonNode config = json == null || json.isBlank() ? MAPPER.createObjectNode() : parsed(json);
        return new SnapshotConfig(
                threshold(config, "threshold_d"),
                threshold(config, "threshold_o"),
                config.path("region").asText().equals("strict"));
    }

    private static JsonNode parsed(String json) {
        try {
            JsonNode config = MAPPER.readTree(json);
            if (config.isObject()) {
                return config;
            }
        } catch (JsonProcessingException _) { // told below
        }
        throw new RequestException(ErrorCode.INVALID_REQUEST, "The field config is no JSON object.");
    }

    private static double threshold(JsonNode config, String name) {
        JsonNode value = config.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return 0;
        }
        double number = value.asDouble(-1); // also of a number written as a text
        if (number >= 0 && number <= 1) {
            return number;
        }
        throw new RequestException(
                ErrorCode.INVALID_REQUEST, "In the field config %s must be a number from 0 to 1.".formatted(name));
    }

    /** @param regions codes that the request names and that are known */
    boolean accepts(Plate plate, List<String> regions) {
        return plate.detectionScore() >= leastDetection
                && plate.confidence() >= leastText
                && (!strictRegion
                        || regions.isEmpty()
                        || plate.regions().stream().anyMatch(score -> regions.contains(score.region())));
    }
}
