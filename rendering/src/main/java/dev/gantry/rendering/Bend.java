package dev.gantry.rendering;

import java.awt.image.BufferedImage;

/** A plate that follows a curved bumper: its middle is lower or higher than its ends. */
final class Bend {
    private static final int CHANNELS = 3;

    private Bend() {}

    /**
     * Shifts the columns between the plate's left and right ends along a parabola. The corners stay where they are.
     *
     * @param quad8 the corners, clockwise from the top left
     * @param depth how far the middle is lowered, in pixels; negative raises it
     */
    static void apply(BufferedImage picture, double[] quad8, double depth) {
        double left = (quad8[0] + quad8[6]) / 2;
        double right = (quad8[2] + quad8[4]) / 2;
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] to = Photometry.pixels(picture);
        byte[] from = to.clone();
        for (int x = Math.max(0, (int) left); x < Math.min(width, right); x++) {
            double along = (2 * x + 1 - left - right) / (right - left);
            double shift = depth * Math.max(0, 1 - along * along);
            for (int y = 0; y < height; y++) {
                double source = Math.clamp(y - shift, 0, height - 1);
                int upper = (int) source;
                int lower = Math.min(height - 1, upper + 1);
                double share = source - upper;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int above = from[(upper * width + x) * CHANNELS + channel] & 0xFF;
                    int below = from[(lower * width + x) * CHANNELS + channel] & 0xFF;
                    to[(y * width + x) * CHANNELS + channel] = (byte) Math.round(above + (below - above) * share);
                }
            }
        }
    }
}
