package dev.gantry.image;

import dev.gantry.plate.Quad;
import java.util.Arrays;

/**
 * How a picture (or a window of it) is fitted into a model's input: shrunk or enlarged evenly, centred, the rest grey.
 *
 * @param width the input's width, px
 * @param height the input's height, px
 * @param window the part of the picture that is fitted, in whole pixels of the picture
 * @param scale input pixels for each picture pixel
 * @param offsetX where the window's left edge lies in the input, px
 * @param offsetY where the window's top edge lies in the input, px
 */
public record Letterbox(int width, int height, Window window, double scale, int offsetX, int offsetY) {

    /** The grey around the picture, as YOLO models are trained with. */
    static final byte PADDING = 114;

    /** A rectangle of whole pixels. */
    public record Window(int x, int y, int width, int height) {
        public static Window all(Image image) {
            return new Window(0, 0, image.width(), image.height());
        }
    }

    /** Fits the window into an input of exactly this size. */
    public static Letterbox exact(Window window, int width, int height) {
        double scale = Math.min((double) width / window.width(), (double) height / window.height());
        return centred(width, height, window, scale);
    }

    private static Letterbox centred(int width, int height, Window window, double scale) {
        int w = length(window.width(), scale, width);
        int h = length(window.height(), scale, height);
        return new Letterbox(width, height, window, scale, (width - w) / 2, (height - h) / 2);
    }

    /** Of what is drawn into the input, px. */
    private static int length(int ofWindow, double scale, int most) {
        return Math.clamp(Math.round(ofWindow * scale), 1, most);
    }

    /**
     * Fits the window's longer side to {@code longSide} and rounds the shorter one up to a multiple of {@code stride}:
     * no time is spent on padding.
     */
    public static Letterbox tight(Window window, int longSide, int stride) {
        double scale = (double) longSide / Math.max(window.width(), window.height());
        int w = roundUp((int) Math.round(window.width() * scale), stride);
        int h = roundUp((int) Math.round(window.height() * scale), stride);
        return exact(window, w, h);
    }

    /**
     * The same window in the middle of an input of the same size, as seen from further away, with more grey around it.
     *
     * @param times how many times smaller it is drawn, 1 or more
     */
    public Letterbox fromFurther(double times) {
        return centred(width, height, window, scale / times);
    }

    private static int roundUp(int value, int stride) {
        return Math.max(stride, (value + stride - 1) / stride * stride);
    }

    /** Draws the picture's window into the input: area-averaged when shrinking, bilinear when enlarging. */
    public Image draw(Image picture) {
        int w = length(window.width(), scale, width);
        int h = length(window.height(), scale, height);
        var input = new byte[width * height * 3];
        Arrays.fill(input, PADDING);
        Resizer.resize(picture, window, input, width, offsetX, offsetY, w, h);
        return new Image(width, height, input);
    }

    /** From the input's coordinates back to the picture's. */
    public Quad toPicture(Quad quad) {
        return quad.scaled(1 / scale, 1 / scale, window.x() - offsetX / scale, window.y() - offsetY / scale);
    }

    /** From the picture's coordinates to the input's. */
    public Quad toInput(Quad quad) {
        return quad.scaled(scale, scale, offsetX - window.x() * scale, offsetY - window.y() * scale);
    }
}
