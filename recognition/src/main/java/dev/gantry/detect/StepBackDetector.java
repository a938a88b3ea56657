package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import java.util.List;

/**
 * Looks at a picture also from further away when it may be hardly more than a plate: when it is small, or shows no plate of usual
 * size. A detector that has learned from plates with a street around them sees a part of such a plate, a sticker on it as
 * a plate of usual size, or nothing.
 */
public final class StepBackDetector extends SecondLookDetector {

    /**
     * A plate of usual size stays when nothing is seen from further away that is a plate so many times as surely. Stickers look nearly
     * as much like plates as the plates that they are on; 0.6 and 0.8 did alike, and with 1 some of them stayed.
     */
    private static final double AS_SURE = 0.7;

    private final int inputSide;

    /**
     * @param inputSide the longer side of the detector's input, px: pictures up to that size are small
     * @param threshold score from which a candidate of the first look counts as found, 0 to 1
     */
    public StepBackDetector(PlateDetector detector, int inputSide, double threshold) {
        super(detector, threshold);
        this.inputSide = inputSide;
    }

    @Override
    public List<Detection> detect(Image image) {
        List<Detection> first = detector.detect(image);
        boolean small = Math.max(image.width(), image.height()) <= inputSide;
        if (!small && first.stream().anyMatch(found -> isUsual(image, found))) {
            return first;
        }
        // What is surely a plate from further away is whole, and the first look may have seen parts of it.
        List<Detection> further = detector.fromFurther(image);
        List<Detection> whole = further.stream().filter(this::isFound).toList();
        double surest = whole.stream().mapToDouble(Detection::score).max().orElse(0);
        List<Detection> kept = first.stream()
                .filter(found -> isUsual(image, found) && found.score() * AS_SURE > surest)
                .toList();
        return NonMaxSuppression.merged(
                kept, NonMaxSuppression.merged(NonMaxSuppression.merged(whole, first), further));
    }

    private boolean isUsual(Image image, Detection found) {
        return isFound(found) && !isOutOfFocus(image, found);
    }

    /** Frames of a video and the tiles of a large picture are not looked at from further away. */
    @Override
    public List<Detection> detect(Image image, List<Window> closeUps) {
        return detector.detect(image, closeUps);
    }
}
