package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.random.RandomGenerator;

/**
 * What lens, light and sensor do to a picture, in place on {@code TYPE_3BYTE_BGR} images. Each method works on the whole
 * picture; an image of another type is refused by a {@link ClassCastException} or an {@link IllegalArgumentException}.
 */
public final class Photometry {
    private static final int LEVELS = 256;
    private static final int CHANNELS = 3;
    private static final int NOISE_MASK = (1 << 16) - 1;
    private static final byte[] NOISE = noiseTable();
    private static final double NOISE_UNIT = 24;

    private Photometry() {}

    private static byte[] noiseTable() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        byte[] table = new byte[NOISE_MASK + 1];
        for (int i = 0; i < table.length; i++) {
            double value = random.nextGaussian() * NOISE_UNIT;
            table[i] = (byte) Math.max(-127, Math.min(127, Math.round(value)));
        }
        return table;
    }

    static byte[] pixels(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
            throw new IllegalArgumentException("The picture must be TYPE_3BYTE_BGR. Convert it first.");
        }
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    /**
     * Contrast about the middle grey, brightness, gamma and a colour cast, by one table for each channel.
     *
     * @param contrast factor about 128; 1 keeps
     * @param brightness added, in grey levels
     * @param gamma exponent on 0..1; above 1 darkens
     * @param blue factor of the blue channel; likewise green and red
     */
    public static void tone(
            BufferedImage image,
            double contrast,
            double brightness,
            double gamma,
            double blue,
            double green,
            double red) {
        double[] cast = {blue, green, red};
        byte[][] tables = new byte[CHANNELS][LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            double value = Math.pow(level / 255.0, gamma) * 255;
            value = (value - 128) * contrast + 128 + brightness;
            for (int channel = 0; channel < CHANNELS; channel++) {
                tables[channel][level] = clamp((int) Math.round(value * cast[channel]));
            }
        }
        byte[] data = pixels(image);
        for (int i = 0; i + 2 < data.length; i += CHANNELS) {
            data[i] = tables[0][data[i] & 0xFF];
            data[i + 1] = tables[1][data[i + 1] & 0xFF];
            data[i + 2] = tables[2][data[i + 2] & 0xFF];
        }
    }

    private static byte clamp(int value) {
        return (byte) Math.max(0, Math.min(255, value));
    }

    /** Replaces colour by luminance (ITU-R BT.601), as at night and with infrared lamps. */
    public static void gray(BufferedImage image) {
        byte[] data = pixels(image);
        for (int i = 0; i + 2 < data.length; i += CHANNELS) {
            int luminance = (29 * (data[i] & 0xFF) + 150 * (data[i + 1] & 0xFF) + 77 * (data[i + 2] & 0xFF)) >> 8;
            data[i] = data[i + 1] = data[i + 2] = (byte) luminance;
        }
    }

    /** Adds normal noise, the same in all channels when {@code colour} is false. {@code sigma} in grey levels. */
    public static void noise(BufferedImage image, double sigma, boolean colour, RandomGenerator random) {
        byte[] data = pixels(image);
        int factor = (int) Math.round(sigma / NOISE_UNIT * 256);
        int at = random.nextInt();
        int step = random.nextInt(1, 64) * 2 + 1;
        for (int i = 0; i + 2 < data.length; i += CHANNELS) {
            if (i % 3072 == 0) {
                at = random.nextInt();
            }
            at += step;
            int first = (NOISE[at & NOISE_MASK] * factor) >> 8;
            data[i] = clamp((data[i] & 0xFF) + first);
            data[i + 1] =
                    clamp((data[i + 1] & 0xFF) + (colour ? (NOISE[(at + 9973) & NOISE_MASK] * factor) >> 8 : first));
            data[i + 2] =
                    clamp((data[i + 2] & 0xFF) + (colour ? (NOISE[(at + 30011) & NOISE_MASK] * factor) >> 8 : first));
        }
    }

    /** Gaussian blur with a separable kernel; {@code sigma} in pixels, below 0.2 nothing happens. */
    public static void blur(BufferedImage image, double sigma) {
        if (sigma < 0.2) {
            return;
        }
        int radius = (int) Math.ceil(sigma * 2.5);
        int[] kernel = new int[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            sum += Math.exp(-i * i / (2 * sigma * sigma));
        }
        int total = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = (int) Math.round(Math.exp(-i * i / (2 * sigma * sigma)) / sum * 4096);
            total += kernel[i + radius];
        }
        kernel[radius] += 4096 - total;
        Convolution.separable(pixels(image), image.getWidth(), image.getHeight(), kernel, 12);
    }

    /** Adds to each pixel its difference from its surroundings, as cameras do; {@code amount} 0 to 2, halos above 1. */
    public static void sharpen(BufferedImage image, double amount) {
        byte[] data = pixels(image);
        byte[] sharp = data.clone();
        blur(image, 1.2);
        int factor = (int) (amount * 256);
        for (int i = 0; i < data.length; i++) {
            int original = sharp[i] & 0xFF;
            data[i] = clamp(original + (((original - (data[i] & 0xFF)) * factor) >> 8));
        }
    }

    /**
     * The smear of a moving car or camera: the mean along a line.
     *
     * @param length in pixels; below 1.5 nothing happens
     * @param angle in radians against the x axis
     */
    public static void motionBlur(BufferedImage image, double length, double angle) {
        int taps = (int) Math.round(length);
        if (taps >= 2) {
            Convolution.along(pixels(image), image.getWidth(), image.getHeight(), taps, angle);
        }
    }

    /** Multiplies by a plane of light: the factor at the middle is 1, {@code across} and {@code down} change to the edges. */
    public static void gradient(BufferedImage image, double across, double down) {
        byte[] data = pixels(image);
        int width = image.getWidth();
        int height = image.getHeight();
        int i = 0;
        for (int y = 0; y < height; y++) {
            double start = 1 + down * (2.0 * y / height - 1) - across;
            int factor = (int) (start * 65536);
            int change = (int) (2 * across / width * 65536);
            for (int x = 0; x < width; x++, factor += change) {
                data[i] = clamp(((data[i] & 0xFF) * factor) >> 16);
                data[i + 1] = clamp(((data[i + 1] & 0xFF) * factor) >> 16);
                data[i + 2] = clamp(((data[i + 2] & 0xFF) * factor) >> 16);
                i += CHANNELS;
            }
        }
    }

    /**
     * Darkens one side of a straight edge.
     *
     * @param x a point on the edge, in pixels; likewise {@code y}
     * @param angle the edge's direction in radians; the shadow lies to its left
     * @param strength 0 none to 1 black
     * @param softness width of the half shadow in pixels
     */
    public static void shadow(BufferedImage image, double x, double y, double angle, double strength, double softness) {
        byte[] data = pixels(image);
        int width = image.getWidth();
        double normalX = -Math.sin(angle);
        double normalY = Math.cos(angle);
        double slope = 1 / Math.max(0.5, softness);
        int i = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            double depth = 0.5 + ((row - y) * normalY - x * normalX) * slope;
            double change = normalX * slope;
            for (int column = 0; column < width; column++, depth += change, i += CHANNELS) {
                if (depth > 0) {
                    int factor = (int) ((1 - strength * Math.min(1, depth)) * 256);
                    data[i] = (byte) (((data[i] & 0xFF) * factor) >> 8);
                    data[i + 1] = (byte) (((data[i + 1] & 0xFF) * factor) >> 8);
                    data[i + 2] = (byte) (((data[i + 2] & 0xFF) * factor) >> 8);
                }
            }
        }
    }

    /** Adds a round patch of light, as a lamp's reflection. {@code strength} in grey levels at its middle. */
    public static void glare(BufferedImage image, double x, double y, double radius, double strength) {
        byte[] data = pixels(image);
        int width = image.getWidth();
        int top = (int) Math.max(0, y - 2 * radius);
        int bottom = (int) Math.min(image.getHeight(), y + 2 * radius);
        int left = (int) Math.max(0, x - 2 * radius);
        int right = (int) Math.min(width, x + 2 * radius);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double distance = ((row - y) * (row - y) + (column - x) * (column - x)) / (4 * radius * radius);
                if (distance < 1) {
                    int added = (int) (strength * (1 - distance) * (1 - distance));
                    int i = (row * width + column) * CHANNELS;
                    data[i] = clamp((data[i] & 0xFF) + added);
                    data[i + 1] = clamp((data[i + 1] & 0xFF) + added);
                    data[i + 2] = clamp((data[i + 2] & 0xFF) + added);
                }
            }
        }
    }

    /** The losses of JPEG compression (blocks, ringing, halved colour); {@code quality} 1 to 100 as in libjpeg. */
    public static void jpeg(BufferedImage image, int quality) {
        new JpegLoss(quality).apply(pixels(image), image.getWidth(), image.getHeight());
    }
}
