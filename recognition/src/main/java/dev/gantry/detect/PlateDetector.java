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
     * As {@link #detect(Image)}, where somebody knows which parts of the picture are worth a second look, if one is needed: for
     * frames of a video. A detector that never looks twice need not care.
     *
     * @param closeUps all that is looked at a second time, none for a single look; they must lie inside the picture
     */
    default List<Detection> detect(Image image, List<Window> closeUps) {
        return detect(image);
    }

    /**
     * The plates that are {@linkplain #isOutOfFocus too large for the picture}, as they look from further away.
     *
     * @return without overlaps; none when this detector cannot do that
     */
    default List<Detection> fromFurther(Image image) {
        return List.of();
    }

    /**
     * How one candidate looks when it is shown alone, at the size at which plates are seen best.
     *
     * @return its place as seen so, with a score of 0 where nothing is seen; the candidate itself when this detector cannot do that
     */
    default Detection focus(Image image, Detection candidate) {
        return candidate;
    }

    /** Whether this detector's place for such a candidate is often wrong, so that {@link #focus} is worth its time anyway. */
    default boolean isOutOfFocus(Image image, Detection candidate) {
        return false;
    }
}
