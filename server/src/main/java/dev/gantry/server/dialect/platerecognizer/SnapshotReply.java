package dev.gantry.server.dialect.platerecognizer;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer, with the fields of the cloud and of the version for one's own server.
 *
 * @param processingTime ms
 * @param timestamp as it was sent, or the time of the answer
 */
@JsonNaming(SnakeCaseStrategy.class)
record SnapshotReply(
        double processingTime,
        List<SnapshotResult> results,
        String filename,
        int version,
        @Nullable String cameraId,
        String timestamp,
        Usage usage) {

    /** Clients show how much is left; there is no limit here. */
    private static final long NO_LIMIT = 1_000_000_000;

    private static final String NO_NAME = "upload";

    SnapshotReply {
        results = List.copyOf(results);
    }

    /**
     * @param calls pictures read since the server's start
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Usage(long calls, long maxCalls) {}

    /** The answer of {@code GET /v1/statistics/}. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Statistics(Month usage, long totalCalls) {

        @JsonNaming(SnakeCaseStrategy.class)
        record Month(int year, int month, long calls, long maxCalls) {}

        static Statistics of(long calls, LocalDate today) {
            return new Statistics(new Month(today.getYear(), today.getMonthValue(), calls, NO_LIMIT), NO_LIMIT);
        }
    }

    /** What clients read of a refusal: some the first, some the second. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Problem(String detail, String error, int statusCode) {
        static Problem of(int status, String message) {
            return new Problem(message, message, status);
        }
    }

    /**
     * @param results most confident first
     * @param calls this one included
     */
    static SnapshotReply of(SnapshotRequest request, List<SnapshotResult> results, double elapsedMs, long calls) {
        String fileName = request.fileName();
        String timestamp = request.timestamp();
        return new SnapshotReply(
                SnapshotResult.rounded(elapsedMs),
                results,
                fileName == null ? NO_NAME : fileName,
                1,
                request.camera(),
                timestamp == null ? Instant.now().truncatedTo(ChronoUnit.MICROS).toString() : timestamp,
                new Usage(calls, NO_LIMIT));
    }
}
