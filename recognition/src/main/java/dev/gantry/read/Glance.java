package dev.gantry.read;

import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import java.util.List;

/**
 * What a reader saw at first, and how to go on when that leaves doubt.
 *
 * @param reading by as little effort as may be
 * @param closer reads with all effort, the first look's included
 */
public record Glance(Reading reading, Closer closer) {

    /** On training pictures, looking again at what was read at least this surely changed nothing. */
    private static final double SURE = 0.9;

    /** Reads on where the glance ended. */
    @FunctionalInterface
    public interface Closer {

        /** @param others the plate's corners as seen in further looks at it, any of which may be wrong; may be none */
        Reading read(List<Quad> others);
    }

    /** Whether there is nothing to gain by a closer look. */
    public boolean isSure() {
        return reading.confidence() >= SURE;
    }
}
