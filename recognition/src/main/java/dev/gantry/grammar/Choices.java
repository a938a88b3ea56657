package dev.gantry.grammar;

import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.PlainLetters;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the picture leaves open: for each position the characters that are about as likely as the one that was read. Each
 * character is one Java char here, a letter with dots the plain one; a character beyond the basic plane, which no format has, is
 * an unassigned one.
 */
final class Choices {

    /**
     * Characters that many plates' typefaces hardly tell apart are in doubt when one is at most this many times likelier than
     * the other; at 10, one that has more than 91 % of the two stands whatever any format says.
     */
    static final double MOST_ODDS = 10;

    /** Any others are only confused in bad pictures: they are in doubt when they are nearly tied. */
    static final double MOST_ODDS_OF_UNLIKE = 2;

    /** Each with the first of its group. */
    private static final List<String> LOOK_ALIKES = List.of("0ODQ", "1I", "2Z", "5S", "6G", "8B");

    private static final char NO_FORMAT_HAS_IT = '\uFFFF';

    /**
     * @param name the character as the alphabet has it
     * @param probability in the picture, 0 to 1
     */
    record Choice(char sign, String name, double probability) {}

    private final List<List<Choice>> positions;

    private Choices(List<List<Choice>> positions) {
        this.positions = positions;
    }

    static Choices of(Reading reading) {
        List<ReadCharacter> characters = reading.characters();
        CharacterLattice lattice = reading.lattice();
        boolean known = lattice.length() == characters.size();
        var positions = new ArrayList<List<Choice>>();
        for (int i = 0; i < characters.size(); i++) {
            ReadCharacter read = characters.get(i);
            int index = known ? lattice.alphabet().indexOf(read.character()) : -1;
            positions.add(
                    index < 0 ? List.of(choice(read.character(), read.confidence())) : position(lattice, i, index));
        }
        return new Choices(positions);
    }

    private static List<Choice> position(CharacterLattice lattice, int position, int read) {
        double[] row = lattice.positions().get(position);
        var choices = new ArrayList<Choice>();
        choices.add(choice(lattice.alphabet().get(read), row[read]));
        for (int c = 0; c < row.length; c++) {
            // The cheap test first: nearly all characters are impossible.
            if (c != read && row[read] > 0 && row[c] * MOST_ODDS >= row[read]) {
                Choice other = choice(lattice.alphabet().get(c), row[c]);
                if (row[c] * mostOdds(choices.getFirst().sign(), other.sign()) >= row[read]) {
                    add(choices, other);
                }
            }
        }
        return choices;
    }

    /** No format tells a letter with dots from the plain one: of the two the one that was read is a choice, or the likelier. */
    private static void add(List<Choice> choices, Choice other) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).sign() == other.sign()) {
                if (i > 0 && choices.get(i).probability() < other.probability()) {
                    choices.set(i, other);
                }
                return;
            }
        }
        choices.add(other);
    }

    static double mostOdds(char one, char other) {
        for (String group : LOOK_ALIKES) {
            boolean alike = group.indexOf(one) >= 0 && group.indexOf(other) >= 0;
            if (alike && (one == group.charAt(0) || other == group.charAt(0))) {
                return MOST_ODDS;
            }
        }
        return MOST_ODDS_OF_UNLIKE;
    }

    private static Choice choice(String name, double probability) {
        char sign = name.length() == 1 ? (char) PlainLetters.of(name.charAt(0)) : NO_FORMAT_HAS_IT;
        return new Choice(sign, name, probability);
    }

    int length() {
        return positions.size();
    }

    /** The choices at a position; the first is what was read. */
    List<Choice> at(int position) {
        return positions.get(position);
    }

    boolean isOpen(int position) {
        return positions.get(position).size() > 1;
    }

    /** The text that was read, in plain letters. */
    String read() {
        var text = new StringBuilder();
        positions.forEach(choices -> text.append(choices.getFirst().sign()));
        return text.toString();
    }

    /** How much likelier a text is in the picture than the one that was read. */
    double likelihood(String text) {
        double ratio = 1;
        for (int i = 0; i < text.length(); i++) {
            if (isOpen(i)) {
                ratio *=
                        find(i, text.charAt(i)).probability() / at(i).getFirst().probability();
            }
        }
        return ratio;
    }

    Choice find(int position, char sign) {
        for (Choice choice : at(position)) {
            if (choice.sign() == sign) {
                return choice;
            }
        }
        throw new IllegalArgumentException("'" + sign + "' is no choice at position " + position);
    }

    /** The likeliest text of a part at the given place, null when none is possible. */
    @Nullable
    String best(Part part, int start) {
        return switch (part) {
            case Part.Sign sign -> best(sign, start);
            case Part.Word word -> best(word, start);
        };
    }

    private @Nullable String best(Part.Sign sign, int position) {
        Choice best = null;
        for (Choice choice : at(position)) {
            if (sign.characters().get(choice.sign()) && (best == null || choice.probability() > best.probability())) {
                best = choice;
            }
        }
        return best == null ? null : String.valueOf(best.sign());
    }

    private @Nullable String best(Part.Word word, int start) {
        String best = null;
        double highest = 0;
        for (String candidate : word.words()) {
            double probability = 1;
            for (int i = 0; i < candidate.length() && probability > 0; i++) {
                probability *= probability(start + i, candidate.charAt(i));
            }
            if (probability > highest) {
                highest = probability;
                best = candidate;
            }
        }
        return best;
    }

    private double probability(int position, char sign) {
        for (Choice choice : at(position)) {
            if (choice.sign() == sign) {
                return choice.probability();
            }
        }
        return 0;
    }
}
