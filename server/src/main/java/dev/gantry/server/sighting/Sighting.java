package dev.gantry.server.sighting;

import dev.gantry.plate.Candidate;
import dev.gantry.track.Direction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passing vehicle of a camera, as it is remembered.
 *
 * @param id its number in this store
 * @param uid names it for ever and everywhere
 * @param plate the text's {@link dev.gantry.server.history.PlateKey}
 * @param confidence probability that the whole text is right, 0 to 1
 * @param region issuing country or state; null when the text does not tell it convincingly
 * @param direction which way it went; null when that cannot be told
 * @param reads how many reads were made of it
 * @param open whether more may come of it
 * @param parked whether it stood still when it was last seen
 * @param bestRead the read that stands for it in the history: the frame that the text came from
 * @param candidates likely texts, best first
 */
public record Sighting(
        long id,
        String uid,
        String camera,
        Instant firstSeen,
        Instant lastSeen,
        String text,
        String plate,
        double confidence,
        @Nullable String region,
        @Nullable Direction direction,
        int reads,
        boolean open,
        boolean parked,
        long bestRead,
        List<Candidate> candidates) {

    public Sighting {
        candidates = List.copyOf(candidates);
    }

    /** The same, of which nothing more will come. */
    public Sighting closed() {
        return new Sighting(
                id,
                uid,
                camera,
                firstSeen,
                lastSeen,
                text,
                plate,
                confidence,
                region,
                direction,
                reads,
                false,
                parked,
                bestRead,
                candidates);
    }
}
