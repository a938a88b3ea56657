package dev.gantry.server.sighting;

import dev.gantry.server.history.NewRead;
import dev.gantry.track.Direction;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a sighting, with all that is known of it then; it replaces what was known before.
 *
 * @param camera where it is seen
 * @param best what stands for it in the history: the fused text and the frame that it came from. Its uid is the sighting's;
 *     its evidence is needed only when its time is another one than in the report before
 * @param path where the plate was, in the order of time
 * @param rawReads the reads that decided the text, in the order of time
 */
public record SightingReport(
        Kind kind,
        String camera,
        Instant firstSeen,
        Instant lastSeen,
        int reads,
        @Nullable Direction direction,
        boolean parked,
        NewRead best,
        List<Waypoint> path,
        List<RawRead> rawReads) {

    public SightingReport {
        path = List.copyOf(path);
        rawReads = List.copyOf(rawReads);
    }

    /** The name of the sighting, and of its best read. */
    public String uid() {
        return best.uid();
    }
}
