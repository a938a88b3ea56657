package dev.gantry.server.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Which reads are counted.
 *
 * @param from the earliest time, itself included
 * @param until the time before which they were seen
 * @param camera of this camera only; null for all
 * @param zone whose hours and days count
 */
public record Period(Instant from, Instant until, @Nullable String camera, ZoneId zone) {

    /** Longer ones would take seconds: a year and what is left of its last week. */
    public static final Duration LONGEST = Duration.ofDays(373);

    /** @throws IllegalArgumentException when it is empty or too long */
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("'from' must be before 'until'.");
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("At most %d days can be counted at once.".formatted(LONGEST.toDays()));
        }
    }
}
