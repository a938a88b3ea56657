package dev.gantry.grammar;

import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.Reading;
import dev.gantry.plate.RegionScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reading in the light of the plate formats.
 *
 * @param reading with as many characters as before; its lattice is what the reader saw
 * @param region where the plate is from, null when its text does not tell convincingly
 * @param regions where it may be from, likeliest first; empty when no format fits
 * @param changes characters that a format decided
 */
public record Interpretation(
        Reading reading, @Nullable String region, List<RegionScore> regions, List<CharacterChange> changes) {

    public Interpretation {
        regions = List.copyOf(regions);
        changes = List.copyOf(changes);
    }

    /**
     * A reading in the light of the formats; as it is without any.
     *
     * @param aspect the plate's width divided by its height, 0 when it is not known
     */
    public static Interpretation of(Reading reading, double aspect, @Nullable PlateGrammar formats) {
        return formats == null ? asRead(reading) : formats.interpret(reading, aspect);
    }

    /** A reading as it is. */
    public static Interpretation asRead(Reading reading) {
        return new Interpretation(reading, null, List.of(), List.of());
    }
}
