package dev.gantry.plate;

import java.util.List;

/**
 * What a reader makes of one plate.
 *
 * @param text the most likely text, empty when nothing can be read; without spaces and separators
 * @param confidence probability that the whole text is right, 0 to 1
 * @param characters the characters of the text with their confidences
 * @param candidates likely texts, best first; the first is {@code text} unless that is empty
 * @param lattice the distributions behind them, one for each character of the text
 */
public record Reading(
        String text,
        double confidence,
        List<ReadCharacter> characters,
        List<Candidate> candidates,
        CharacterLattice lattice) {

    public Reading {
        characters = List.copyOf(characters);
        candidates = List.copyOf(candidates);
    }

    /** The least certain character's confidence, 0 for an empty text. */
    public double weakestCharacter() {
        return characters.stream().mapToDouble(ReadCharacter::confidence).min().orElse(0);
    }
}
