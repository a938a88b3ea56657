package dev.gantry.read;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Standardized;
import dev.gantry.image.Strip;
import dev.gantry.model.ModelCard;
import dev.gantry.plate.Quad;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Prepares a plate for a reader: the upright strip of the card's size, normalised as its training did. */
final class StripInput {

    private enum Channels {
        GRAY,
        RGB,
        BGR
    }

    private enum Normalization {
        STANDARDIZE
    }

    /** Turns a strip's values of 0 to 255 into what the model takes. */
    @FunctionalInterface
    private interface Normalizer {
        float[] normalized(Strip strip, int channel);
    }

    private final int width;
    private final int height;
    private final List<Rectifier.Channel> channels;
    private final Rectifier rectifier;
    private final Normalizer normalizer;

    private StripInput(ModelCard card) {
        width = card.positive("input.width");
        height = card.positive("input.height");
        channels = switch (card.choice("input.channels", Channels.class)) {
            case GRAY -> List.of(Rectifier.Channel.GRAY);
            case RGB -> List.of(Rectifier.Channel.RED, Rectifier.Channel.GREEN, Rectifier.Channel.BLUE);
            case BGR -> List.of(Rectifier.Channel.BLUE, Rectifier.Channel.GREEN, Rectifier.Channel.RED);
        };
        rectifier = new Rectifier(width, height, card.number("input.marginX", 0), card.number("input.marginY", 0));
        normalizer = normalizer(card);
    }

    static StripInput of(ModelCard card) {
        return new StripInput(card);
    }

    private Normalizer normalizer(ModelCard card) {
        if (card.has("input.normalization.mean")) {
            float[] mean = card.numbers("input.normalization.mean", channels.size());
            float[] std = card.numbers("input.normalization.std", channels.size());
            for (float value : std) {
                if (!(value > 0)) {
                    throw card.wrong("input.normalization.std", "a list of positive numbers", Arrays.toString(std));
                }
            }
            return (strip, channel) -> linear(strip, mean[channel], std[channel]);
        }
        return switch (card.choice("input.normalization", Normalization.class)) {
            case STANDARDIZE -> (strip, _) -> Standardized.of(strip);
        };
    }

    private static float[] linear(Strip strip, float mean, float std) {
        float[] values = strip.gray().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - mean) / std;
        }
        return values;
    }

    /** [batch, channel, row, column]. */
    long[] shape() {
        return new long[] {1, channels.size(), height, width};
    }

    void fill(Image image, Quad plate, FloatBuffer target) {
        for (int i = 0; i < channels.size(); i++) {
            target.put(normalizer.normalized(rectifier.rectify(image, plate, channels.get(i)), i));
        }
    }
}
