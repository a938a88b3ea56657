package dev.gantry.detect;

import dev.gantry.image.Letterbox;
import dev.gantry.model.ModelCard;

/** How large a detector's input is. */
sealed interface InputSize {

    /** Where a model gives no dimension in advance. */
    int VARIES = -1;

    /** The longer side is always the same, the shorter one as long as the picture needs, in whole strides. */
    record Tight(int longSide, int stride) implements InputSize {
        @Override
        public Letterbox fit(Letterbox.Window window) {
            return Letterbox.tight(window, longSide, stride);
        }

        @Override
        public long[] shape() {
            return new long[] {1, 3, VARIES, VARIES};
        }

        @Override
        public InputSize half() {
            return new Tight(Math.max(1, Math.round(longSide / 2f / stride)) * stride, stride);
        }
    }

    /** The same size for every picture. */
    record Exact(int width, int height) implements InputSize {
        @Override
        public Letterbox fit(Letterbox.Window window) {
            return Letterbox.exact(window, width, height);
        }

        @Override
        public int longSide() {
            return Math.max(width, height);
        }

        @Override
        public long[] shape() {
            return new long[] {1, 3, height, width};
        }

        @Override
        public InputSize half() {
            return this;
        }
    }

    Letterbox fit(Letterbox.Window window);

    /** The longer side, px. */
    int longSide();

    /** The input tensor's shape [batch, channel, row, column], {@link #VARIES} where it depends on the picture. */
    long[] shape();

    /** About half of it, as whole strides allow; the same where a model takes no other. */
    InputSize half();

    static InputSize of(ModelCard card) {
        enum Fit {
            TIGHT,
            EXACT
        }
        return switch (card.choice("input.fit", Fit.class)) {
            case TIGHT -> new Tight(card.positive("input.longSide"), card.positive("input.stride"));
            case EXACT -> new Exact(card.positive("input.width"), card.positive("input.height"));
        };
    }
}
