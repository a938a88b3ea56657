package dev.gantry.track;

import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A read's text with its doubts: for each position the characters that are possible there. A lattice without what is as good
 * as impossible, so that many fit into memory.
 *
 * @param positions from character to probability
 */
record SoftText(List<Map<String, Double>> positions) {

    /** Less is as good as impossible; readers err more often than they say, so nothing is less likely than this. */
    private static final double LEAST = 1e-4;

    /** A reader misses a character, at the picture's border or behind a tow bar, about so often. */
    private static final double MISSED = 0.01;

    /** It sees one that is not there, such as a screw or a seal, more seldom. */
    private static final double INVENTED = 0.003;

    static SoftText of(Plate plate) {
        return of(plate.lattice(), plate.characters());
    }

    static SoftText of(Reading reading) {
        return of(reading.lattice(), reading.characters());
    }

    /** The characters alone stand in for a lattice that is not known. */
    private static SoftText of(CharacterLattice lattice, List<ReadCharacter> characters) {
        return lattice.length() == characters.size()
                ? of(lattice)
                : new SoftText(characters.stream().map(SoftText::only).toList());
    }

    private static SoftText of(CharacterLattice lattice) {
        var positions = new ArrayList<Map<String, Double>>();
        for (double[] row : lattice.positions()) {
            var likely = new TreeMap<String, Double>();
            for (int c = 0; c < row.length; c++) {
                if (row[c] > LEAST) {
                    likely.put(lattice.alphabet().get(c), row[c]);
                }
            }
            positions.add(likely);
        }
        return new SoftText(positions);
    }

    private static Map<String, Double> only(ReadCharacter character) {
        return Map.of(character.character(), character.confidence());
    }

    /** The characters of a text, one string each. */
    static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }

    /** The likeliest text of this length. */
    String likeliest() {
        var text = new StringBuilder();
        for (Map<String, Double> position : positions) {
            position.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .ifPresent(best -> text.append(best.getKey()));
        }
        return text.toString();
    }

    double probability(int position, String character) {
        return Math.max(LEAST, positions.get(position).getOrDefault(character, LEAST));
    }

    /** How the text lies on the positions, its cost being the logarithm of its improbability. */
    EditPath align(List<String> text) {
        return EditPath.of(
                text.size(),
                positions.size(),
                (i, j) -> -Math.log(probability(j, text.get(i))),
                -Math.log(MISSED),
                -Math.log(INVENTED));
    }

    /** How much likelier the likeliest text is than the given one, as a logarithm; 0 for the same text. */
    double doubtOf(String text) {
        return align(characters(text)).cost() - align(characters(likeliest())).cost();
    }

    /** The share of characters that agree with a text, 0 to 1; one that is nearly tied agrees nearly. */
    double agreement(String text) {
        List<String> characters = characters(text);
        int longer = Math.max(characters.size(), positions.size());
        if (longer == 0) {
            return 0;
        }
        double cost = EditPath.of(
                        characters.size(), positions.size(), (i, j) -> 1 - relative(j, characters.get(i)), 1, 1)
                .cost();
        return Math.max(0, 1 - cost / longer);
    }

    private double relative(int position, String character) {
        double highest = LEAST;
        for (double probability : positions.get(position).values()) {
            highest = Math.max(highest, probability);
        }
        return Math.min(1, probability(position, character) / highest);
    }
}
