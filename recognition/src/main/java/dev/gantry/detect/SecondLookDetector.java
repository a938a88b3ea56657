package dev.gantry.detect;

import dev.gantry.image.Image;
import java.util.List;

/** Looks at a picture with another detector, and once more where the first look is not enough; the rest is that detector's. */
abstract class SecondLookDetector implements PlateDetector {

    final PlateDetector detector;

    private final double threshold;

    /** @param threshold score from which a candidate of the first look counts as found, 0 to 1 */
    SecondLookDetector(PlateDetector detector, double threshold) {
        this.detector = detector;
        this.threshold = threshold;
    }

    final boolean isFound(Detection candidate) {
        return candidate.score() >= threshold;
    }

    @Override
    public List<Detection> fromFurther(Image image) {
        return detector.fromFurther(image);
    }

    @Override
    public Detection focus(Image image, Detection candidate) {
        return detector.focus(image, candidate);
    }

    @Override
    public boolean isOutOfFocus(Image image, Detection candidate) {
        return detector.isOutOfFocus(image, candidate);
    }
}
