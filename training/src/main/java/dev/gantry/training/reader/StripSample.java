package dev.gantry.training.reader;

import dev.gantry.image.Strip;

/**
 * A strip to learn from.
 *
 * @param gray 48 x 160 grey values, row by row, unsigned
 * @param text its characters' indices in the alphabet
 */
record StripSample(byte[] gray, int[] text) {

    /** As the reader takes it, not standardised yet. */
    Strip strip() {
        var values = new float[gray.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = gray[i] & 0xff;
        }
        return new Strip(ReaderNet.WIDTH, ReaderNet.HEIGHT, values);
    }
}
