package dev.gantry.server.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gantry.track.PlateRead;
import dev.gantry.track.Sighting;
import dev.gantry.track.SightingEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One passing vehicle of a video. Times are in seconds from its start.
 *
 * @param event what has just happened to it; null (and not written) when all is known
 * @param source the video as the user named it
 * @param region the issuing country or state; written as null when the text does not tell it convincingly
 * @param direction approaching, receding, left, right, in or out; null when it cannot be told
 * @param best the frame that the text came from
 */
public record SightingJson(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String event,
        String source,
        String text,
        double confidence,
        @Nullable String region,
        double firstSeen,
        double lastSeen,
        int reads,
        @Nullable String direction,
        BestJson best,
        List<PlateJson.CandidateJson> candidates) {

    public SightingJson {
        candidates = List.copyOf(candidates);
    }

    /** The plate in one frame; corners go clockwise from the top left corner of the text, px. */
    public record BestJson(double time, BoxJson box, List<double[]> corners) {
        public BestJson {
            corners = List.copyOf(corners);
        }

        static BestJson of(PlateRead read) {
            return new BestJson(
                    seconds(read.time()),
                    BoxJson.of(read.plate().box()),
                    Rounded.corners(read.plate().quad()));
        }
    }

    /** A sighting of which all is known. */
    public static SightingJson of(String source, Sighting sighting) {
        return of(null, source, sighting);
    }

    /** A sighting at the time of an event. */
    public static SightingJson of(String source, SightingEvent event) {
        return of(event.kind().name().toLowerCase(Locale.ROOT), source, event.sighting());
    }

    private static SightingJson of(@Nullable String event, String source, Sighting sighting) {
        return new SightingJson(
                event,
                source,
                sighting.text(),
                Rounded.confidence(sighting.confidence()),
                sighting.region(),
                seconds(sighting.firstSeen()),
                seconds(sighting.lastSeen()),
                sighting.reads(),
                sighting.direction() == null
                        ? null
                        : sighting.direction().name().toLowerCase(Locale.ROOT),
                BestJson.of(sighting.best()),
                sighting.candidates().stream().map(PlateJson.CandidateJson::of).toList());
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
