package dev.gantry.track;

import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.RegionScore;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passing vehicle, as known so far: all its reads fused into one.
 *
 * @param id number of the sighting, from 1 on, in the order in which they are first reported
 * @param text the text, without spaces and separators
 * @param confidence probability that the whole text is right, 0 to 1
 * @param characters each character of the text with its confidence
 * @param candidates likely texts, best first, the first being {@code text}
 * @param region issuing country or state, null when the text does not tell it convincingly
 * @param regions the regions that it may be from, likeliest first
 * @param changes characters that a plate format decided
 * @param firstSeen time of the first frame that shows it
 * @param lastSeen time of the last one so far
 * @param reads how many reads were made of it; while it stands still after it has been reported, none are counted
 * @param best the read in the frame that the text came from: with this text wherever there is one
 * @param direction which way it went, null when that cannot be told
 * @param path where the plate was, in the order of time; where it stood still, only the beginning and the end
 * @param kept the reads that decided the text, in the order of time: the raw material, bounded in number
 */
public record Sighting(
        long id,
        String text,
        double confidence,
        List<ReadCharacter> characters,
        List<Candidate> candidates,
        @Nullable String region,
        List<RegionScore> regions,
        List<CharacterChange> changes,
        Duration firstSeen,
        Duration lastSeen,
        int reads,
        PlateRead best,
        @Nullable Direction direction,
        List<PathPoint> path,
        List<PlateRead> kept) {

    public Sighting {
        characters = List.copyOf(characters);
        candidates = List.copyOf(candidates);
        regions = List.copyOf(regions);
        changes = List.copyOf(changes);
        path = List.copyOf(path);
        kept = List.copyOf(kept);
    }
}
