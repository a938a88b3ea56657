package dev.gantry.detect;

import dev.gantry.image.Image;
import dev.gantry.model.ModelCard;
import java.nio.FloatBuffer;
import java.util.Arrays;

/** Turns interleaved bytes into a detector's planes of floats, (value - mean) / deviation in the card's channel order. */
final class InputTensor {

    private static final int CHANNELS = 3;
    private static final int LEVELS = 256;

    private enum Channels {
        BGR,
        RGB
    }

    /** For each plane, which byte of a pixel it takes. */
    private final int[] offsets;

    /** For each plane, the value of each byte. */
    private final float[][] values = new float[CHANNELS][LEVELS];

    private InputTensor(Channels channels, float[] mean, float[] std) {
        offsets = switch (channels) {
            case BGR -> new int[] {0, 1, 2};
            case RGB -> new int[] {2, 1, 0};
        };
        for (int c = 0; c < CHANNELS; c++) {
            for (int level = 0; level < LEVELS; level++) {
                values[c][level] = (level - mean[c]) / std[c];
            }
        }
    }

    static InputTensor of(ModelCard card) {
        float[] std = card.numbers("input.std", CHANNELS);
        for (float value : std) {
            if (!(value > 0)) {
                throw card.wrong("input.std", "a list of positive numbers", Arrays.toString(std));
            }
        }
        return new InputTensor(
                card.choice("input.channels", Channels.class), card.numbers("input.mean", CHANNELS), std);
    }

    void fill(Image input, FloatBuffer target) {
        byte[] bgr = input.bgr();
        int pixels = input.width() * input.height();
        for (int c = 0; c < CHANNELS; c++) {
            float[] plane = values[c];
            int start = c * pixels;
            int from = offsets[c];
            for (int i = 0; i < pixels; i++) {
                target.put(start + i, plane[bgr[from + i * CHANNELS] & 0xff]);
            }
        }
    }
}
