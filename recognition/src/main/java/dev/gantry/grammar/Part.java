package dev.gantry.grammar;

import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A piece of a format that always has the same length. */
sealed interface Part {

    /** One character out of a set. */
    record Sign(BitSet characters) implements Part {
        static Sign of(String characters) {
            var members = new BitSet();
            characters.chars().forEach(members::set);
            return new Sign(members);
        }
    }

    /** One of some words of equal length, such as the codes of districts. */
    record Word(int length, Set<String> words) implements Part {
        static Word of(int length, Collection<String> words) {
            return new Word(length, new TreeSet<>(words));
        }

        private BitSet characters(int place) {
            var members = new BitSet();
            words.forEach(word -> members.set(word.charAt(place)));
            return members;
        }
    }

    default int size() {
        return switch (this) {
            case Sign _ -> 1;
            case Word word -> word.length;
        };
    }

    /** Number of texts that fit. */
    default int choices() {
        return switch (this) {
            case Sign sign -> sign.characters.cardinality();
            case Word word -> word.words.size();
        };
    }

    /** Whether the text has this part at the given place. */
    default boolean fits(String text, int start) {
        return switch (this) {
            case Sign sign -> sign.characters.get(text.charAt(start));
            case Word word -> word.words.contains(text.substring(start, start + word.length));
        };
    }

    /** A for a letter, 9 for a digit, X for either, a character for itself. */
    default String outline() {
        return switch (this) {
            case Sign sign -> outline(sign.characters);
            case Word word -> {
                var outline = new StringBuilder();
                for (int i = 0; i < word.length; i++) {
                    outline.append(outline(word.characters(i)));
                }
                yield outline.toString();
            }
        };
    }

    private static String outline(BitSet characters) {
        if (characters.cardinality() == 1) {
            return Character.toString(characters.nextSetBit(0));
        }
        boolean digits = characters.stream().anyMatch(Character::isDigit);
        boolean letters = characters.stream().anyMatch(Character::isLetter);
        return digits && letters ? "X" : digits ? "9" : "A";
    }
}
