package dev.gantry.detect;

import dev.gantry.image.Image;
import java.util.List;

/** Finds plates in a picture. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PlateDetector {

    /** The candidates, best first and without overlaps, down to the detector's own floor score. */
    List<Detection> detect(Image image);
}
