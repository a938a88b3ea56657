package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.server.json.ReadJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A read as the document that OpenALPR's daemon posts, as far as it is known here.
 *
 * @param epochTime milliseconds since 1970
 */
@JsonNaming(SnakeCaseStrategy.class)
record DaemonDocument(
        int version,
        String dataType,
        long epochTime,
        List<Result> results,
        String uuid,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cameraId) {

    private static final int VERSION = 2;

    private static final double PERCENT = 100;

    /**
     * One plate.
     *
     * @param confidence 0 to 100
     * @param matchesTemplate 0 or 1
     * @param coordinates the corners, clockwise from the top left; none when they are not known
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Result(
            String plate,
            double confidence,
            int matchesTemplate,
            int plateIndex,
            String region,
            double regionConfidence,
            List<CloudResult.Corner> coordinates,
            List<CloudResult.Candidate> candidates) {}

    static DaemonDocument of(ReadJson read) {
        List<double[]> corners = read.corners() == null ? List.of() : read.corners();
        var result = new Result(
                read.text(),
                read.confidence() * PERCENT,
                0,
                0,
                read.region() == null ? "" : read.region(),
                0,
                corners.stream()
                        .map(corner -> new CloudResult.Corner(Math.round(corner[0]), Math.round(corner[1])))
                        .toList(),
                read.candidates().stream()
                        .map(candidate -> new CloudResult.Candidate(candidate.text(), candidate.confidence() * PERCENT, 0))
                        .toList());
        return new DaemonDocument(
                VERSION,
                "alpr_results",
                Instant.parse(read.time()).toEpochMilli(),
                List.of(result),
                read.uid(),
                read.camera());
    }
}
