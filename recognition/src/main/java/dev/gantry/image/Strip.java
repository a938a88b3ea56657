package dev.gantry.image;

/**
 * A plate made upright for its reader: grey values, row by row.
 *
 * @param gray width x height values of 0 (black) to 255 (white)
 */
public record Strip(int width, int height, float[] gray) {

    public Strip {
        if (gray.length != width * height) {
            throw new IllegalArgumentException(gray.length + " values are no strip of " + width + "x" + height);
        }
    }
}
