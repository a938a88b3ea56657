package dev.gantry.server.dialect.openalpr;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.gantry.plate.Recognition;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The answer.
 *
 * @param epochTime ms since 1970
 * @param creditCost nothing, like the two others: there is no account
 * @param imageBytes the picture as it was sent, base64; not written unless it was asked for
 */
@JsonNaming(SnakeCaseStrategy.class)
record CloudReply(
        String uuid,
        int version,
        String dataType,
        long epochTime,
        int imgWidth,
        int imgHeight,
        ProcessingTime processingTime,
        int creditCost,
        int creditsMonthlyUsed,
        int creditsMonthlyTotal,
        List<Area> regionsOfInterest,
        List<CloudResult> results,
        boolean error,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String imageBytes) {

    private static final int VERSION = 2;

    private static final String DATA_TYPE = "alpr_results";

    /** What clients may count down from. */
    private static final int NO_LIMIT = 1_000_000_000;

    CloudReply {
        regionsOfInterest = List.copyOf(regionsOfInterest);
        results = List.copyOf(results);
    }

    /** All in ms. */
    record ProcessingTime(double plates, double total, double vehicles) {}

    /** Whole px. */
    record Area(long x, long y, long width, long height) {}

    /** What a refused client reads. */
    record Problem(String error) {}

    static CloudReply of(Recognition recognition, double elapsedMs, CloudQuery query, byte[] picture) {
        var plates = recognition.plates();
        return new CloudReply(
                UUID.randomUUID().toString(),
                VERSION,
                DATA_TYPE,
                Instant.now().toEpochMilli(),
                recognition.width(),
                recognition.height(),
                new ProcessingTime(elapsedMs, elapsedMs, 0),
                0,
                0,
                NO_LIMIT,
                List.of(new Area(0, 0, recognition.width(), recognition.height())),
                IntStream.range(0, plates.size())
                        .mapToObj(index -> CloudResult.of(plates.get(index), index, elapsedMs / plates.size(), query))
                        .toList(),
                false,
                query.image() ? Base64.getEncoder().encodeToString(picture) : null);
    }
}
