package dev.gantry.grammar;

import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.List;

/** Readings as a reader might give them, in a notation: {@code AB(I1)2CDE} is a near-tie between I and 1 at the third place. */
final class Readings {

    static final List<String> ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ京粤ÖÜ"
            .codePoints()
            .mapToObj(Character::toString)
            .toList();

    /** What is not in doubt. */
    static final double SURE = 0.995;

    private Readings() {}

    /** Of two in brackets the first, which is what the reader reads, is slightly likelier. */
    static Reading reading(String notation) {
        return reading(notation, 0.53, 0.45);
    }

    static Reading reading(String notation, double first, double second) {
        var rows = new ArrayList<double[]>();
        for (int i = 0; i < notation.length(); i++) {
            var row = new double[ALPHABET.size()];
            if (notation.charAt(i) == '(') {
                row[index(notation.charAt(i + 1))] = first;
                row[index(notation.charAt(i + 2))] = second;
                i += 3;
            } else {
                row[index(notation.charAt(i))] = SURE;
            }
            rows.add(row);
        }
        return reading(rows);
    }

    /** The likeliest character of each row is read. */
    static Reading reading(List<double[]> rows) {
        var text = new StringBuilder();
        var characters = new ArrayList<ReadCharacter>();
        double confidence = 1;
        for (double[] row : rows) {
            int best = 0;
            for (int c = 1; c < row.length; c++) {
                best = row[c] > row[best] ? c : best;
            }
            text.append(ALPHABET.get(best));
            characters.add(new ReadCharacter(ALPHABET.get(best), row[best]));
            confidence *= row[best];
        }
        return new Reading(
                text.toString(),
                confidence,
                characters,
                List.of(new Candidate(text.toString(), confidence), new Candidate("X1", 0.01), new Candidate("X2", 0)),
                new CharacterLattice(ALPHABET, rows));
    }

    private static int index(char character) {
        return ALPHABET.indexOf(String.valueOf(character));
    }
}
