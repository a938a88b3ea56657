package dev.gantry.track;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Strip;
import dev.gantry.plate.Quad;

/**
 * How sharp a plate is in a picture: what blurring it once more takes away of the differences between neighbouring pixels,
 * 0 (nothing: it is blurred already) to 1 (F. Crété et al., "The Blur Effect: Perception and Estimation with a New
 * No-Reference Perceptual Blur Metric", 2007). Only along the text line, where plates move and strokes lie close. Light and
 * contrast do not matter. A small plate is enlarged first and so is never sharp.
 */
final class Sharpness {

    private static final int WIDTH = 128;
    private static final int HEIGHT = 32;

    /** Half the width of the blur: 7 pixels are about a stroke and its gap in a strip of 128. */
    private static final int REACH = 3;

    private static final Rectifier RECTIFIER = new Rectifier(WIDTH, HEIGHT, 0, 0);

    private Sharpness() {}

    static double of(Image image, Quad plate) {
        Strip strip = RECTIFIER.rectify(image, plate);
        double sharp = 0;
        double lost = 0;
        for (int y = 0; y < HEIGHT; y++) {
            float[] blurred = blurred(strip.gray(), y * WIDTH);
            for (int x = REACH + 1; x < WIDTH - REACH; x++) {
                double step = Math.abs(strip.gray()[y * WIDTH + x] - strip.gray()[y * WIDTH + x - 1]);
                sharp += step;
                lost += Math.max(0, step - Math.abs(blurred[x] - blurred[x - 1]));
            }
        }
        return sharp > 0 ? lost / sharp : 0;
    }

    /** One row under a moving average; its ends, where that would reach beyond the strip, stay 0. */
    private static float[] blurred(float[] gray, int start) {
        var row = new float[WIDTH];
        for (int x = REACH; x < WIDTH - REACH; x++) {
            float sum = 0;
            for (int k = -REACH; k <= REACH; k++) {
                sum += gray[start + x + k];
            }
            row[x] = sum / (2 * REACH + 1);
        }
        return row;
    }
}
