package dev.gantry.grammar;

import dev.gantry.plate.PlainLetters;
import dev.gantry.plate.Reading;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides what a picture leaves open by what plates look like: of the texts that the reader finds about equally likely, the
 * one that maximises {@code log P(text | picture) + weight * log P(text)}, where P(text) is a mixture of all known plate
 * formats and of "anything". What the reader is sure of is never changed. Cost: some hundred shapes times the characters.
 *
 * <p>Immutable; the same reading always gives the same answer.
 */
public final class PlateGrammar {

    private final List<PlateFormat> formats;
    private final Priors priors;

    private PlateGrammar(List<PlateFormat> formats, Set<String> hinted) {
        this.formats = formats;
        this.priors = Priors.of(formats, hinted);
    }

    /** With the formats that come with the library. */
    public static PlateGrammar shipped() {
        return new PlateGrammar(FormatFile.formats(FormatFile.shipped()), Set.of());
    }

    /** All codes that a hint may have: regions, and countries that have states, in alphabetical order. */
    public List<String> regions() {
        return formats.stream()
                .flatMap(format -> List.of(format.region(), format.country()).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * The same formats for plates that are most likely from the given regions; any others stay possible.
     *
     * @param regions codes as in {@link #regions()}, in any case; none for no hint
     * @throws IllegalArgumentException when there is no such region; the message names it
     */
    public PlateGrammar hinted(Collection<String> regions) {
        var known = Set.copyOf(regions());
        var hinted = new LinkedHashSet<String>();
        for (String region : regions) {
            String code = region.strip().toLowerCase(Locale.ROOT);
            if (!known.contains(code)) {
                throw new IllegalArgumentException(
                        "There is no region '" + region + "'; use codes such as gb, de, us or us-ca.");
            }
            hinted.add(code);
        }
        return new PlateGrammar(formats, hinted);
    }

    /**
     * Settles what a reading leaves open, and tells where the plate may be from.
     *
     * @param aspect the plate's width divided by its height as far as it can be seen, 0 when it is not known
     */
    public Interpretation interpret(Reading reading, double aspect) {
        var choices = Choices.of(reading);
        if (choices.length() == 0) {
            return Interpretation.asRead(reading);
        }
        return new Decision(reading, choices, priors.mixture(choices.length(), aspect)).interpretation();
    }

    /** Regions and formats that accept the text, with or without its dots: {@code "gb AA99 AAA"}. */
    public Set<String> accepting(String text) {
        String plain = PlainLetters.of(text);
        return formats.stream()
                .filter(format -> format.accepts(plain))
                .map(format -> format.region() + " " + format.pattern())
                .collect(Collectors.toUnmodifiableSet());
    }
}
