package dev.gantry.server.store;

import java.time.Duration;
import java.util.Optional;

/**
 * How much is kept; what is empty has no limit. The oldest reads go first, with their pictures.
 *
 * @param age of reads
 * @param reads number of reads
 * @param bytes of all strips and pictures together
 * @param hitAge of reads that a list has an entry for; the other limits never take them
 * @param eventAge of entries in the event log
 */
public record Retention(
        Optional<Duration> age,
        Optional<Long> reads,
        Optional<Long> bytes,
        Optional<Duration> hitAge,
        Optional<Duration> eventAge) {

    public static final Retention UNLIMITED =
            new Retention(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
