package dev.gantry.plate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recognised plate: its text and its place.
 *
 * @param text the text as read, without spaces and separators
 * @param confidence probability that the whole text is right, 0 to 1
 * @param box upright box around the plate, px
 * @param quad the plate's four corners, px; may reach beyond the picture's border
 * @param characters each character of the text with its confidence
 * @param candidates likely texts, best first, the first being {@code text}
 * @param region issuing country or state, null when the text does not tell it convincingly
 * @param regions the regions that it may be from, likeliest first; empty when no known format fits
 * @param changes characters that a format decided, in the order of the text
 * @param detectionScore how sure the detector is that this is a plate, 0 to 1
 * @param lattice the distributions that the reader gave, before any format settled the text; without positions when it
 *     is not known
 */
public record Plate(
        String text,
        double confidence,
        Box box,
        Quad quad,
        List<ReadCharacter> characters,
        List<Candidate> candidates,
        @Nullable String region,
        List<RegionScore> regions,
        List<CharacterChange> changes,
        double detectionScore,
        CharacterLattice lattice) {

    public Plate {
        characters = List.copyOf(characters);
        candidates = List.copyOf(candidates);
        regions = List.copyOf(regions);
        changes = List.copyOf(changes);
    }
}
