package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;

/**
 * The part of a picture around a candidate in which its plate has the size at which plates are seen best. A detector that
 * has looked at the whole picture may have seen it very small or very large; and a second look from elsewhere tells
 * plates from other things better than one.
 */
final class Focus {

    /** Plates of 48 to 170 px are found best, and this is in the middle by ratio and room. */
    private static final double PLATE = 120;

    /** Height of the part, as a share of its width. */
    private static final double SHAPE = 0.6;

    /** Plates of two lines are nearly as high as they are wide, and need room above and below. */
    private static final double LEAST_SHAPE = 1.2;

    /** Boxes that share less of their union show different things. */
    static final double SAME = 0.25;

    private Focus() {}

    /**
     * As near to that size as the picture's borders allow.
     *
     * @param side the longer side of the detector's input, px
     */
    static Window window(Image image, Box candidate, int side) {
        double wanted = Math.max(candidate.width(), candidate.height() * LEAST_SHAPE) * side / PLATE;
        int width = length(wanted, image.width());
        int height = length(wanted * SHAPE, image.height());
        return new Window(
                start(candidate.center().x(), width, image.width()),
                start(candidate.center().y(), height, image.height()),
                width,
                height);
    }

    private static int length(double wanted, int most) {
        return (int) Math.clamp(Math.round(wanted), 1, most);
    }

    private static int start(double middle, int length, int most) {
        return (int) Math.clamp(Math.round(middle - length / 2.0), 0, most - length);
    }
}
