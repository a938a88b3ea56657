package dev.gantry.server.sighting;

import java.util.List;

/**
 * A sighting with all that is kept of it.
 *
 * @param path where the plate was, in the order of time
 * @param rawReads the reads that decided the text, in the order of time
 */
public record SightingDetails(Sighting sighting, List<Waypoint> path, List<RawRead> rawReads) {

    public SightingDetails {
        path = List.copyOf(path);
        rawReads = List.copyOf(rawReads);
    }
}
