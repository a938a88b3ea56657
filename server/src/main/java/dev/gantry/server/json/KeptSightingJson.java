package dev.gantry.server.json;

import dev.gantry.server.sighting.Sighting;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A remembered sighting. Times are ISO 8601 in UTC with milliseconds.
 *
 * @param plate what searches compare: capitals and digits alone
 * @param direction approaching, receding, left, right, in or out; null when it cannot be told
 * @param state open or closed
 * @param parked whether it stood still when it was last seen
 * @param bestRead number of the read that stands for it in the history, with strip and picture
 */
public record KeptSightingJson(
        long id,
        String uid,
        String camera,
        String text,
        String plate,
        double confidence,
        @Nullable String region,
        @Nullable String direction,
        String firstSeen,
        String lastSeen,
        int reads,
        String state,
        boolean parked,
        long bestRead,
        List<PlateJson.CandidateJson> candidates) {

    /** Where sightings are answered; a sighting's own address is below it. */
    public static final String PATH = "/api/v1/sightings";

    public KeptSightingJson {
        candidates = List.copyOf(candidates);
    }

    public static KeptSightingJson of(Sighting sighting) {
        var direction = sighting.direction();
        return new KeptSightingJson(
                sighting.id(),
                sighting.uid(),
                sighting.camera(),
                sighting.text(),
                sighting.plate(),
                Rounded.confidence(sighting.confidence()),
                sighting.region(),
                direction == null ? null : direction.name().toLowerCase(Locale.ROOT),
                Rounded.time(sighting.firstSeen()),
                Rounded.time(sighting.lastSeen()),
                sighting.reads(),
                sighting.open() ? "open" : "closed",
                sighting.parked(),
                sighting.bestRead(),
                sighting.candidates().stream().map(PlateJson.CandidateJson::of).toList());
    }
}
