package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.plate.Plate;
import dev.gantry.plate.RegionScore;
import dev.gantry.server.dialect.openalpr.CloudReply.Area;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One plate; confidences are percentages.
 *
 * @param matchesTemplate 1 when the text fits a format of the region, otherwise 0
 * @param region the state where one is known ({@code tx}), otherwise the country; empty when neither is
 * @param processingTimeMs this plate's share of the time for the picture, ms
 * @param coordinates four corners, clockwise from the top left one
 * @param vehicleRegion of no size: vehicles are not looked for
 * @param vehicle of no known kind; not written unless it was asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
record CloudResult(
        String plate,
        double confidence,
        int matchesTemplate,
        int plateIndex,
        String region,
        double regionConfidence,
        double processingTimeMs,
        int requestedTopn,
        List<Corner> coordinates,
        List<Candidate> candidates,
        Area vehicleRegion,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Vehicle vehicle) {

    private static final double PERCENT = 100;

    CloudResult {
        coordinates = List.copyOf(coordinates);
        candidates = List.copyOf(candidates);
    }

    /** Whole px. */
    record Corner(long x, long y) {}

    /** One possible text. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Candidate(String plate, double confidence, int matchesTemplate) {}

    /** What is likely of a vehicle, best first. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Vehicle(
            List<String> color,
            List<String> make,
            List<String> makeModel,
            List<String> bodyType,
            List<String> year,
            List<String> orientation) {

        static final Vehicle UNKNOWN = new Vehicle(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    static CloudResult of(Plate plate, int index, double ms, CloudQuery query) {
        String region = plate.region();
        double regionScore = plate.regions().stream()
                .filter(score -> score.region().equals(region))
                .mapToDouble(RegionScore::score)
                .findFirst()
                .orElse(0);
        int fits = region == null ? 0 : 1;
        return new CloudResult(
                plate.text(),
                plate.confidence() * PERCENT,
                fits,
                index,
                region == null ? "" : region.substring(region.indexOf('-') + 1),
                regionScore * PERCENT,
                ms,
                query.topn(),
                plate.quad().corners().stream()
                        .map(corner -> new Corner(Math.round(corner.x()), Math.round(corner.y())))
                        .toList(),
                plate.candidates().stream()
                        .limit(query.topn())
                        .map(one -> new Candidate(
                                one.text(),
                                one.confidence() * PERCENT,
                                one.text().equals(plate.text()) ? fits : 0))
                        .toList(),
                new Area(0, 0, 0, 0),
                query.vehicles() ? Vehicle.UNKNOWN : null);
    }
}
