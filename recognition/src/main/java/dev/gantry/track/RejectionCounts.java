package dev.gantry.track;

import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many candidates of one source did not count, by hour and reason: no miss is silent. Safe for use by many threads.
 */
public final class RejectionCounts {

    /** Nobody has asked for two days: then the oldest hours go, so that memory stays bounded. */
    private static final int MOST_HOURS = 48;

    private final TreeMap<Instant, Map<Reason, Long>> hours = new TreeMap<>();

    /**
     * One row of the counts.
     *
     * @param hour its beginning, UTC
     */
    public record Count(Instant hour, Reason reason, long count) {}

    /** @param time when they were rejected */
    public synchronized void add(Instant time, Collection<Rejection> rejected) {
        if (rejected.isEmpty()) {
            return;
        }
        Map<Reason, Long> counts =
                hours.computeIfAbsent(time.truncatedTo(ChronoUnit.HOURS), _ -> new EnumMap<>(Reason.class));
        rejected.forEach(one -> counts.merge(one.reason(), 1L, Long::sum));
        if (hours.size() > MOST_HOURS) {
            hours.pollFirstEntry();
        }
    }

    /** What has been counted since the last call, by hour; the caller adds it to what it has. */
    public synchronized List<Count> drain() {
        var rows = new ArrayList<Count>();
        hours.forEach((hour, counts) -> counts.forEach((reason, count) -> rows.add(new Count(hour, reason, count))));
        hours.clear();
        return rows;
    }
}
