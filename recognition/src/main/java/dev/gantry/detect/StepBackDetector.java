package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import java.util.List;

/**
 * Looks at a picture from further away when it shows no plate of usual size, since it may be hardly more than a plate. A
 * detector that has learned from plates with a street around them sees a part of such a plate, or nothing.
 */
public final class StepBackDetector implements PlateDetector {

    private final PlateDetector detector;
    private final double threshold;

    /** @param threshold score from which a candidate of the first look counts as found, 0 to 1 */
    public StepBackDetector(PlateDetector detector, double threshold) {
        this.detector = detector;
        this.threshold = threshold;
    }

    @Override
    public List<Detection> detect(Image image) {
        List<Detection> first = detector.detect(image);
        if (first.stream().anyMatch(found -> isUsual(image, found))) {
            return first;
        }
        // What is seen from further away is whole, and the first look may have seen parts of it.
        return NonMaxSuppression.merged(detector.fromFurther(image), first);
    }

    private boolean isUsual(Image image, Detection found) {
        return found.score() >= threshold && !detector.isOutOfFocus(image, found);
    }

    /** Frames of a video and parts of a picture are not looked at from further away. */
    @Override
    public List<Detection> detect(Image image, List<Window> closeUps) {
        return detector.detect(image, closeUps);
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
