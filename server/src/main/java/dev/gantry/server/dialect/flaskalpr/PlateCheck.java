package dev.gantry.server.dialect.flaskalpr;

import dev.gantry.server.history.PlateRead;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Whether a plate was seen.
 *
 * @param plate as the request has it
 * @param time when first, the server's local time without a zone, whole seconds; empty when it was not
 */
record PlateCheck(boolean detected, String plate, String time) {

    private static final DateTimeFormatter LOCAL_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    static PlateCheck of(String plate, Optional<PlateRead> first, ZoneId zone) {
        return new PlateCheck(
                first.isPresent(),
                plate,
                first.map(PlateRead::time).map(time -> local(time, zone)).orElse(""));
    }

    private static String local(Instant time, ZoneId zone) {
        return LOCAL_SECONDS.format(time.atZone(zone));
    }
}
