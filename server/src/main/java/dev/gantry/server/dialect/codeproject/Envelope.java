package dev.gantry.server.dialect.codeproject;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What CodeProject.AI puts around every answer.
 *
 * @param code 200 for success, the HTTP status otherwise
 * @param command what was asked for
 * @param canUseGPU a text, as in the original
 * @param analysisRoundTripMs from the request's arrival to the answer, ms
 * @param timestampUTC when it was answered, as HTTP writes times
 * @param timestamp always empty, as in Easy-local-ALPR
 */
record Envelope(
        int code,
        String command,
        String moduleId,
        String moduleName,
        String requestId,
        String inferenceDevice,
        String executionProvider,
        String canUseGPU,
        long analysisRoundTripMs,
        String processedBy,
        String timestampUTC,
        String timestamp) {

    private static final String DEVICE = "CPU";

    static Envelope of(int code, String command, Stopwatch stopwatch) {
        return new Envelope(
                code,
                command,
                "ALPR",
                "License Plate Reader",
                UUID.randomUUID().toString(),
                DEVICE,
                DEVICE,
                "false",
                Math.round(stopwatch.ms()),
                "localhost",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.ofInstant(Instant.now(), ZoneOffset.UTC)),
                "");
    }
}
