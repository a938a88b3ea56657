package dev.gantry.track;

import dev.gantry.plate.Plate;
import java.time.Duration;

/**
 * One reading of one plate in one frame.
 *
 * @param time the frame's time since the start of its source
 * @param sharpness how sharp the plate is in the frame, 0 to 1; see {@link Sharpness}
 */
public record PlateRead(Duration time, Plate plate, double sharpness) {

    /** A plate of 90 x 22 pixels, from which on more pixels hardly help: the root of its area, px. */
    static final double ENOUGH_PIXELS = 45;

    /** From here on plates look sharp to the eye. */
    static final double ENOUGH_SHARPNESS = 0.4;

    /** The worst read is still a read. */
    private static final double LEAST_QUALITY = 0.05;

    /** How much the picture can tell, 0 to 1, by size and sharpness; what the reader made of it is another matter. */
    double quality() {
        double size = Math.sqrt(plate.quad().width() * plate.quad().height()) / ENOUGH_PIXELS;
        return Math.max(LEAST_QUALITY, Math.min(1, size) * Math.min(1, sharpness / ENOUGH_SHARPNESS));
    }

    /** What decides between frames that show the same text: a good picture that was read surely. */
    double merit() {
        return quality() * plate.confidence();
    }
}
