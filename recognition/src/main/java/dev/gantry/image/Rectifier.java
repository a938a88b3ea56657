package dev.gantry.image;

import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Quad;
import java.util.Arrays;

/**
 * Warps a plate's quad to an upright strip of fixed size. Where the picture has several pixels for one of the strip's
 * they are averaged on a regular grid, so that large plates do not alias; beyond the picture its border is repeated.
 */
public final class Rectifier {

    /** More samples than this for each pixel and axis change nothing that a reader can see. */
    private static final int MOST_SAMPLES = 6;

    /** A plate of more pixels is shrunk first, so that a picture of nothing but a plate takes no memory for each pixel. */
    private static final int MOST_PIXELS = 1 << 20;

    /** What is taken of a pixel, as weights of its bytes. */
    public enum Channel {
        /** ITU-R BT.601 luma. */
        GRAY(0.114f, 0.587f, 0.299f),
        BLUE(1, 0, 0),
        GREEN(0, 1, 0),
        RED(0, 0, 1);

        private final float blue;
        private final float green;
        private final float red;

        Channel(float blue, float green, float red) {
            this.blue = blue;
            this.green = green;
            this.red = red;
        }

        /** @param at where the pixel begins in the bytes */
        float of(byte[] bgr, int at) {
            return blue * (bgr[at] & 0xff) + green * (bgr[at + 1] & 0xff) + red * (bgr[at + 2] & 0xff);
        }
    }

    private final int width;
    private final int height;
    private final double marginX;
    private final double marginY;

    /**
     * @param width the strip's width, px
     * @param height the strip's height, px
     * @param marginX share of the plate's width shown on its left and again on its right
     * @param marginY share of the plate's height shown above and again below it
     */
    public Rectifier(int width, int height, double marginX, double marginY) {
        this.width = width;
        this.height = height;
        this.marginX = marginX;
        this.marginY = marginY;
    }

    /** The upright strip in grey. */
    public Strip rectify(Image image, Quad plate) {
        return rectify(image, plate, Channel.GRAY);
    }

    /** The upright strip of one channel. */
    public Strip rectify(Image image, Quad plate, Channel channel) {
        return new Strip(width, height, strips(image, plate.grown(marginX, marginY), channel)[0]);
    }

    /** The upright strip in colour. */
    public Image rectifyColours(Image image, Quad plate) {
        float[][] strips = strips(image, plate.grown(marginX, marginY), Channel.BLUE, Channel.GREEN, Channel.RED);
        var bgr = new byte[width * height * strips.length];
        for (int c = 0; c < strips.length; c++) {
            for (int i = 0; i < width * height; i++) {
                bgr[i * strips.length + c] = (byte) Math.round(strips[c][i]);
            }
        }
        return new Image(width, height, bgr);
    }

    /** The strip's values in each of the channels. */
    private float[][] strips(Image image, Quad quad, Channel... channels) {
        Window window = Plane.window(image, quad);
        double shrink = Math.sqrt((double) MOST_PIXELS / window.width() / window.height());
        if (shrink < 1) {
            return shrunk(image, window, shrink, quad, channels);
        }
        var strips = new float[channels.length][width * height];
        Plane[] planes = Arrays.stream(channels)
                .map(channel -> Plane.of(image, window, channel))
                .toArray(Plane[]::new);
        var map = Homography.ontoQuad(quad);
        int samplesX = samples(quad.width() / width);
        int samplesY = samples(quad.height() / height);
        var places = new Places(width * samplesX, window);
        for (int line = 0; line < height * samplesY; line++) {
            places.follow(map.line((line + 0.5) / (height * samplesY)));
            for (int c = 0; c < channels.length; c++) {
                planes[c].addTo(strips[c], line / samplesY * width, places, samplesX);
            }
        }
        for (float[] strip : strips) {
            for (int i = 0; i < strip.length; i++) {
                strip[i] /= samplesX * samplesY;
            }
        }
        return strips;
    }

    private float[][] shrunk(Image image, Window window, double shrink, Quad quad, Channel... channels) {
        int w = (int) Math.max(1, window.width() * shrink);
        int h = (int) Math.max(1, window.height() * shrink);
        var pixels = new byte[w * h * 3];
        Resizer.resize(image, window, pixels, w, 0, 0, w, h);
        double scaleX = (double) w / window.width();
        double scaleY = (double) h / window.height();
        return strips(
                new Image(w, h, pixels),
                quad.scaled(scaleX, scaleY, -window.x() * scaleX, -window.y() * scaleY),
                channels);
    }

    private static int samples(double pixelsEach) {
        return Math.clamp((int) Math.ceil(pixelsEach), 1, MOST_SAMPLES);
    }
}
