package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gantry.server.sighting.RawRead;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.Waypoint;
import java.util.List;

/**
 * A remembered sighting with all that is kept of it.
 *
 * @param path where the plate was, in the order of time
 * @param rawReads the reads that decided the text, in the order of time
 */
public record SightingDetailsJson(
        @JsonUnwrapped KeptSightingJson sighting, List<WaypointJson> path, List<RawReadJson> rawReads) {

    public SightingDetailsJson {
        path = List.copyOf(path);
        rawReads = List.copyOf(rawReads);
    }

    /** Where the plate was at some time, px. */
    public record WaypointJson(String time, BoxJson box) {
        static WaypointJson of(Waypoint point) {
            return new WaypointJson(Rounded.time(point.time()), BoxJson.of(point.box()));
        }
    }

    /** What was read in one frame. */
    public record RawReadJson(String time, String text, double confidence, double sharpness, BoxJson box) {
        static RawReadJson of(RawRead read) {
            return new RawReadJson(
                    Rounded.time(read.time()),
                    read.text(),
                    Rounded.confidence(read.confidence()),
                    Rounded.confidence(read.sharpness()),
                    BoxJson.of(read.box()));
        }
    }

    public static SightingDetailsJson of(SightingDetails details) {
        return new SightingDetailsJson(
                KeptSightingJson.of(details.sighting()),
                details.path().stream().map(WaypointJson::of).toList(),
                details.rawReads().stream().map(RawReadJson::of).toList());
    }
}
