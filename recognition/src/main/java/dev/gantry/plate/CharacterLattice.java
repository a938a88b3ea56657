package dev.gantry.plate;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader saw, before anyone decided: for each position of the text, from left to right and line by line, the
 * probability of each character of the alphabet. Grammar and tracking work on this and not on the text.
 *
 * @param alphabet the characters, one string each
 * @param positions one row for each position, each as long as the alphabet; a row sums to at most 1, the rest is the
 *     probability that there is no character at that position
 */
public record CharacterLattice(List<String> alphabet, List<double[]> positions) {

    public CharacterLattice {
        alphabet = List.copyOf(alphabet);
        positions = List.copyOf(positions);
        for (double[] row : positions) {
            if (row.length != alphabet.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.length + " probabilities for " + alphabet.size() + " characters");
            }
        }
    }

    /** For a text of which nothing but itself is known. */
    public static CharacterLattice unknown() {
        return new CharacterLattice(List.of(), List.of());
    }

    public int length() {
        return positions.size();
    }

    /** Probability of the character with the given index in the alphabet at the given position, 0 to 1. */
    public double probability(int position, int character) {
        return positions.get(position)[character];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CharacterLattice that
                && alphabet.equals(that.alphabet)
                && Arrays.deepEquals(positions.toArray(), that.positions.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(positions.toArray());
    }
}
