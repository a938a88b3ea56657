package dev.gantry.image;

import dev.gantry.plate.Quad;

/**
 * Warps a plate's quad to an upright strip of fixed size. Where the picture has several pixels for one of the strip's
 * they are averaged on a regular grid, so that large plates do not alias; beyond the picture its border is repeated.
 */
public final class Rectifier {

    /** More samples than this for each pixel and axis change nothing that a reader can see. */
    private static final int MOST_SAMPLES = 6;

    private static final double FURTHEST = 1e6;

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

        float of(byte[] bgr, int pixel) {
            int i = pixel * 3;
            return blue * (bgr[i] & 0xff) + green * (bgr[i + 1] & 0xff) + red * (bgr[i + 2] & 0xff);
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
        Quad quad = plate.grown(marginX, marginY);
        var map = Homography.ontoQuad(quad);
        int samplesX = samples(quad.width() / width);
        int samplesY = samples(quad.height() / height);
        var gray = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                gray[y * width + x] = average(image, channel, map, x, y, samplesX, samplesY);
            }
        }
        return new Strip(width, height, gray);
    }

    private static int samples(double pixelsEach) {
        return Math.clamp((int) Math.ceil(pixelsEach), 1, MOST_SAMPLES);
    }

    private float average(Image image, Channel channel, Homography map, int x, int y, int samplesX, int samplesY) {
        float sum = 0;
        for (int j = 0; j < samplesY; j++) {
            double v = (y + (j + 0.5) / samplesY) / height;
            for (int i = 0; i < samplesX; i++) {
                double u = (x + (i + 0.5) / samplesX) / width;
                sum += value(image, channel, map.x(u, v) - 0.5, map.y(u, v) - 0.5);
            }
        }
        return sum / (samplesX * samplesY);
    }

    /** Bilinear value at a place given in pixel centres. */
    private static float value(Image image, Channel channel, double px, double py) {
        // A degenerate quad maps to infinity; clamping keeps the arithmetic finite, and NaN becomes 0.
        double cx = Math.clamp(Double.isNaN(px) ? 0 : px, -FURTHEST, FURTHEST);
        double cy = Math.clamp(Double.isNaN(py) ? 0 : py, -FURTHEST, FURTHEST);
        int x0 = (int) Math.floor(cx);
        int y0 = (int) Math.floor(cy);
        float fx = (float) (cx - x0);
        float fy = (float) (cy - y0);
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        int left = Math.clamp(x0, 0, right);
        int next = Math.clamp(x0 + 1, 0, right);
        int row = Math.clamp(y0, 0, bottom) * image.width();
        int nextRow = Math.clamp(y0 + 1, 0, bottom) * image.width();
        byte[] bgr = image.bgr();
        float above = channel.of(bgr, row + left) * (1 - fx) + channel.of(bgr, row + next) * fx;
        float below = channel.of(bgr, nextRow + left) * (1 - fx) + channel.of(bgr, nextRow + next) * fx;
        return above * (1 - fy) + below * fy;
    }
}
