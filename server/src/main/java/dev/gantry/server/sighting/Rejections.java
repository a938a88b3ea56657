package dev.gantry.server.sighting;

import dev.gantry.plate.Rejection.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How many candidates did not count, by camera, hour and reason. Safe for use by many threads. */
public interface Rejections {

    /**
     * Counts more of one hour.
     *
     * @param time any in the hour
     */
    void add(String camera, Instant time, Map<Reason, Long> counts);

    /** Those of the hour of this time and the ones after it, in the order of time. */
    List<Hour> since(String camera, Instant time);

    /** The counts of one hour, which begins at this time. */
    record Hour(Instant start, Map<Reason, Long> counts) {

        public Hour {
            counts = Map.copyOf(counts);
        }
    }
}
