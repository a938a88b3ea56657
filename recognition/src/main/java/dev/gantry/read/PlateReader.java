package dev.gantry.read;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;

/** Reads one plate. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PlateReader {

    /**
     * Reads the plate with the given corners.
     *
     * @param plate tight corners of the plate in the picture, px; the reader adds the margin that it was trained with
     */
    Reading read(Image image, Quad plate);

    /**
     * Reads with as little effort as may be, to see whether more is worth it. A reader that knows but one effort has made it
     * then.
     *
     * @param candidate as in {@link #read(Image, Quad)}
     */
    default Glance glance(Image image, Quad candidate) {
        Reading reading = read(image, candidate);
        return new Glance(reading, _ -> reading);
    }
}
