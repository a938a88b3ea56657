package dev.gantry.image;

import dev.gantry.plate.Quad;
import java.util.Arrays;

/**
 * Warps a plate's quad to an upright strip of fixed size. Where the picture has several pixels for one of the strip's
 * they are averaged on a regular grid, so that large plates do not alias; beyond the picture its border is repeated.
 */
public final class Rectifier {

    /** More samples than this for each pixel and axis change nothing that a reader can see. */
    private static final int MOST_SAMPLES = 6;

    /** Bilinear weights are counted in parts of 256 for each axis. */
    private static final int ONE = 256;

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

        float of(float blueValue, float greenValue, float redValue) {
            return blue * blueValue + green * greenValue + red * redValue;
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
        var values = new float[width * height];
        var lines = new Lines(image, plate);
        for (int y = 0; y < height; y++) {
            Sums sums = lines.sums(y);
            for (int x = 0; x < width; x++) {
                values[y * width + x] =
                        channel.of(sums.blue[x] * lines.share, sums.green[x] * lines.share, sums.red[x] * lines.share);
            }
        }
        return new Strip(width, height, values);
    }

    /** The upright strip in colour. */
    public Image rectifyColours(Image image, Quad plate) {
        var bgr = new byte[width * height * 3];
        var lines = new Lines(image, plate);
        int i = 0;
        for (int y = 0; y < height; y++) {
            Sums sums = lines.sums(y);
            for (int x = 0; x < width; x++) {
                bgr[i++] = (byte) Math.round(sums.blue[x] * lines.share);
                bgr[i++] = (byte) Math.round(sums.green[x] * lines.share);
                bgr[i++] = (byte) Math.round(sums.red[x] * lines.share);
            }
        }
        return new Image(width, height, bgr);
    }

    /** The strip's lines, one at a time. */
    private final class Lines {

        private final Image image;
        private final Homography map;
        private final int samplesX;
        private final int samplesY;
        private final Sums sums = new Sums(width);

        /** What a sum is multiplied with to get the byte. */
        private final float share;

        Lines(Image image, Quad plate) {
            Quad quad = plate.grown(marginX, marginY);
            this.image = image;
            map = Homography.ontoQuad(quad);
            samplesX = samples(quad.width() / width);
            samplesY = samples(quad.height() / height);
            share = 1f / (samplesX * samplesY * ONE * ONE);
        }

        /** Good until the next line is asked for. */
        Sums sums(int y) {
            sums.clear();
            for (int j = 0; j < samplesY; j++) {
                addLine(image, map.line((y + (j + 0.5) / samplesY) / height), samplesX, sums);
            }
            return sums;
        }
    }

    /** The bytes of one row's samples, summed as whole numbers before the channel is made of them. */
    private record Sums(int[] blue, int[] green, int[] red) {
        Sums(int width) {
            this(new int[width], new int[width], new int[width]);
        }

        void clear() {
            Arrays.fill(blue, 0);
            Arrays.fill(green, 0);
            Arrays.fill(red, 0);
        }
    }

    private static int samples(double pixelsEach) {
        return Math.clamp((int) Math.ceil(pixelsEach), 1, MOST_SAMPLES);
    }

    /** Adds one line of bilinear samples. */
    private void addLine(Image image, Homography.Line line, int samples, Sums sums) {
        byte[] bgr = image.bgr();
        int right = image.width() - 1;
        int bottom = image.height() - 1;
        int stride = image.width() * 3;
        double step = 1.0 / (width * samples);
        double u = step / 2;
        for (int x = 0; x < width; x++) {
            int blue = 0;
            int green = 0;
            int red = 0;
            for (int i = 0; i < samples; i++, u += step) {
                double inverseDepth = line.inverseDepth(u);
                double px = inside(line.x(u, inverseDepth) - 0.5, right);
                double py = inside(line.y(u, inverseDepth) - 0.5, bottom);
                int left = (int) px;
                int top = (int) py;
                int wx = (int) ((px - left) * ONE);
                int wy = (int) ((py - top) * ONE);
                int a = top * stride + left * 3;
                int b = left < right ? a + 3 : a;
                int c = top < bottom ? a + stride : a;
                int d = b + c - a;
                int wa = (ONE - wx) * (ONE - wy);
                int wb = wx * (ONE - wy);
                int wc = (ONE - wx) * wy;
                int wd = wx * wy;
                blue += (bgr[a] & 0xff) * wa + (bgr[b] & 0xff) * wb + (bgr[c] & 0xff) * wc + (bgr[d] & 0xff) * wd;
                green += (bgr[a + 1] & 0xff) * wa
                        + (bgr[b + 1] & 0xff) * wb
                        + (bgr[c + 1] & 0xff) * wc
                        + (bgr[d + 1] & 0xff) * wd;
                red += (bgr[a + 2] & 0xff) * wa
                        + (bgr[b + 2] & 0xff) * wb
                        + (bgr[c + 2] & 0xff) * wc
                        + (bgr[d + 2] & 0xff) * wd;
            }
            sums.blue[x] += blue;
            sums.green[x] += green;
            sums.red[x] += red;
        }
    }

    /** A place moved into the picture; a degenerate quad's NaN becomes 0. */
    private static double inside(double place, int last) {
        double atLeast = place > 0 ? place : 0;
        return atLeast < last ? atLeast : last;
    }
}
