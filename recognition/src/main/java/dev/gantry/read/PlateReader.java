package dev.gantry.read;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import java.util.List;

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
     * Reads with as little effort as may be, to see whether more is worth it.
     *
     * @param candidate as in {@link #read(Image, Quad)}
     */
    default Reading glance(Image image, Quad candidate) {
        return read(image, candidate);
    }

    /**
     * Reads a doubtful plate with all effort.
     *
     * @param views its corners as seen in one or more looks at it, any of which may be wrong
     */
    default Reading read(Image image, List<Quad> views) {
        return read(image, views.getFirst());
    }
}
