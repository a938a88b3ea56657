package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.track.SightingEvent.Kind;
import java.util.Locale;

/**
 * What the event log tells of a sighting: its fields, with what has just happened in front.
 *
 * @param phase seen, corrected, left, returned or closed
 */
public record SightingEventJson(String phase, @JsonUnwrapped KeptSightingJson sighting) {

    public static SightingEventJson of(Kind kind, Sighting sighting) {
        return new SightingEventJson(kind.name().toLowerCase(Locale.ROOT), KeptSightingJson.of(sighting));
    }
}
