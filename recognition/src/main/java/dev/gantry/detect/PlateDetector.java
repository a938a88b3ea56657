package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import java.util.List;

/** Finds plates in a picture. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PlateDetector {

    /** The candidates, best first and without overlaps, down to the detector's own floor score. */
    List<Detection> detect(Image image);

    /**
     * As {@link #detect(Image)}, where somebody knows which parts of the picture are worth a closer look, if one is needed.
     *
     * @param closeUps the only ones that are looked at a second time; they must lie inside the picture
     */
    default List<Detection> detect(Image image, List<Window> closeUps) {
        return detect(image);
    }
}
