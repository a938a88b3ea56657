package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/** Smooth random fields: a coarse grid of random values, blown up bilinearly. */
final class Noise {
    private static final int CHANNELS = 3;

    private Noise() {}

    /** Blends towards a colour by a smooth random share between 0 and {@code strength}. */
    static void blend(BufferedImage picture, int rgb, double strength, int columns, int rows, RandomGenerator random) {
        byte[] colour = {(byte) rgb, (byte) (rgb >> 8), (byte) (rgb >> 16)};
        blend(picture, colour, 0, strength, columns, rows, random);
    }

    /** Blends likewise towards the pixels of another picture of the same size. */
    static void blend(
            BufferedImage picture, byte[] other, double strength, int columns, int rows, RandomGenerator random) {
        blend(picture, other, CHANNELS, strength, columns, rows, random);
    }

    /** @param step from one pixel's place in {@code other} to the next one's */
    private static void blend(
            BufferedImage picture,
            byte[] other,
            int step,
            double strength,
            int columns,
            int rows,
            RandomGenerator random) {
        byte[] data = Photometry.pixels(picture);
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] grid = grid(columns, rows, (int) (strength * 65536), random);
        int[] line = new int[width];
        int at = 0;
        int from = 0;
        for (int y = 0; y < height; y++) {
            line(grid, columns, rows, (double) y / height, line);
            for (int x = 0; x < width; x++, at += CHANNELS, from += step) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int old = data[at + channel] & 0xFF;
                    int change = (other[from + channel] & 0xFF) - old;
                    data[at + channel] = (byte) (old + (change * line[x] >> 16));
                }
            }
        }
    }

    /** Fills with a smooth texture about a colour; {@code amplitude} in grey levels. */
    static void fill(BufferedImage picture, int rgb, double amplitude, int columns, int rows, RandomGenerator random) {
        byte[] data = Photometry.pixels(picture);
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] line = new int[width];
        for (int channel = 0; channel < CHANNELS; channel++) {
            int base = rgb >> (8 * channel) & 0xFF;
            int[] grid = grid(columns, rows, (int) (2 * amplitude * 256), random);
            for (int y = 0; y < height; y++) {
                line(grid, columns, rows, (double) y / height, line);
                int at = y * width * CHANNELS + channel;
                for (int x = 0; x < width; x++, at += CHANNELS) {
                    data[at] = (byte) Math.max(0, Math.min(255, base - (int) amplitude + (line[x] >> 8)));
                }
            }
        }
    }

    private static int[] grid(int columns, int rows, int highest, RandomGenerator random) {
        int[] grid = new int[(columns + 1) * (rows + 1)];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = random.nextInt(highest + 1);
        }
        return grid;
    }

    /** One row of the field: between two grid points the values rise in equal steps. */
    private static void line(int[] grid, int columns, int rows, double share, int[] line) {
        double gy = share * rows;
        int row = (int) gy;
        double fy = gy - row;
        int stride = columns + 1;
        int start = row * stride;
        int x = 0;
        for (int column = 0; column < columns; column++) {
            int end = (column + 1) * line.length / columns;
            double from = grid[start + column] * (1 - fy) + grid[start + stride + column] * fy;
            double to = grid[start + column + 1] * (1 - fy) + grid[start + stride + column + 1] * fy;
            int step = end > x ? (int) ((to - from) / (end - x)) : 0;
            int value = (int) from;
            for (; x < end; x++, value += step) {
                line[x] = value;
            }
        }
    }
}
