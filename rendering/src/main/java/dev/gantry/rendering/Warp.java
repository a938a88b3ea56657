package dev.gantry.rendering;

import java.awt.image.BufferedImage;

/**
 * Pastes a picture onto another in perspective. The source is first shrunk by whole factors with the mean of each block,
 * then sampled bilinearly, so small plates keep their strokes' weight instead of flickering.
 */
public final class Warp {
    private static final int CHANNELS = 3;
    private static final double DENSE = 1.15;

    private Warp() {}

    /**
     * Pastes all of {@code source} into a quad of {@code target}; both must be {@code TYPE_3BYTE_BGR}.
     *
     * @param quad8 x, y of the four corners in the target's pixels (0,0 is the outer corner of the first pixel), where the
     *     source's top left, top right, bottom right and bottom left come to lie
     * @param softness width of the blended edge in pixels; 1 is plain antialiasing
     */
    public static void paste(BufferedImage source, double[] quad8, BufferedImage target, float softness) {
        paste(source, quad8, target, softness, 0);
    }

    /**
     * As {@link #paste(BufferedImage, double[], BufferedImage, float)}, with the source's corners rounded off.
     *
     * @param cornerRadius in the source's pixels; 0 pastes all
     */
    public static void paste(
            BufferedImage source, double[] quad8, BufferedImage target, float softness, double cornerRadius) {
        double across = Math.max(side(quad8, 0, 1), side(quad8, 3, 2));
        double down = Math.max(side(quad8, 1, 2), side(quad8, 0, 3));
        int factorX = (int) Math.max(1, Math.round(source.getWidth() / Math.max(1, across)));
        int factorY = (int) Math.max(1, Math.round(source.getHeight() / Math.max(1, down)));
        byte[] pixels = Photometry.pixels(source);
        int width = source.getWidth();
        int height = source.getHeight();
        if (factorX > 1 || factorY > 1) {
            pixels = shrink(pixels, width, height, factorX, factorY);
            width = width / factorX;
            height = height / factorY;
        }
        boolean dense = width / Math.max(1, across) > DENSE || height / Math.max(1, down) > DENSE;
        Texture texture = new Texture(
                pixels,
                width,
                height,
                cornerRadius * width / source.getWidth(),
                cornerRadius * height / source.getHeight());
        double[] toSource = Projection.between(quad8, width, height);
        blend(texture, toSource, quad8, target, softness, dense);
    }

    private static double side(double[] quad, int from, int to) {
        return Math.hypot(quad[2 * to] - quad[2 * from], quad[2 * to + 1] - quad[2 * from + 1]);
    }

    /** The mean of each block of whole pixels; the source's remainder at the right and bottom is spread over the blocks. */
    private static byte[] shrink(byte[] source, int width, int height, int factorX, int factorY) {
        int smallWidth = Math.max(1, width / factorX);
        int smallHeight = Math.max(1, height / factorY);
        byte[] small = new byte[smallWidth * smallHeight * CHANNELS];
        int[] columns = new int[smallWidth + 1];
        for (int x = 0; x <= smallWidth; x++) {
            columns[x] = x * width / smallWidth;
        }
        int at = 0;
        for (int y = 0; y < smallHeight; y++) {
            int top = y * height / smallHeight;
            int bottom = (y + 1) * height / smallHeight;
            for (int x = 0; x < smallWidth; x++) {
                int blue = 0;
                int green = 0;
                int red = 0;
                for (int row = top; row < bottom; row++) {
                    int i = (row * width + columns[x]) * CHANNELS;
                    for (int column = columns[x]; column < columns[x + 1]; column++, i += CHANNELS) {
                        blue += source[i] & 0xFF;
                        green += source[i + 1] & 0xFF;
                        red += source[i + 2] & 0xFF;
                    }
                }
                int count = (bottom - top) * (columns[x + 1] - columns[x]);
                small[at++] = (byte) ((blue + count / 2) / count);
                small[at++] = (byte) ((green + count / 2) / count);
                small[at++] = (byte) ((red + count / 2) / count);
            }
        }
        return small;
    }

    /** The shrunk source and the half axes of its rounded corners. */
    private record Texture(byte[] pixels, int width, int height, double radiusX, double radiusY) {
        boolean outside(double x, double y) {
            double dx = radiusX - Math.min(x, width - x);
            double dy = radiusY - Math.min(y, height - y);
            return dx > 0 && dy > 0 && dx * dx / (radiusX * radiusX) + dy * dy / (radiusY * radiusY) > 1;
        }
    }

    private static void blend(
            Texture texture, double[] h, double[] quad, BufferedImage target, float softness, boolean dense) {
        double[] edges = Projection.edges(quad, Math.max(0.3, softness));
        int left = target.getWidth();
        int top = target.getHeight();
        int right = 0;
        int bottom = 0;
        for (int corner = 0; corner < 4; corner++) {
            left = Math.min(left, (int) Math.floor(quad[2 * corner] - softness));
            right = Math.max(right, (int) Math.ceil(quad[2 * corner] + softness));
            top = Math.min(top, (int) Math.floor(quad[2 * corner + 1] - softness));
            bottom = Math.max(bottom, (int) Math.ceil(quad[2 * corner + 1] + softness));
        }
        left = Math.max(0, left);
        top = Math.max(0, top);
        right = Math.min(target.getWidth(), right);
        bottom = Math.min(target.getHeight(), bottom);
        byte[] data = Photometry.pixels(target);
        boolean rounded = texture.radiusX() > 0;
        int taps = dense ? 4 : 1;
        int[] sum = new int[CHANNELS];
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double x = column + 0.5;
                double y = row + 0.5;
                double alpha = 1;
                for (int edge = 0; edge < 12; edge += 3) {
                    alpha = Math.min(alpha, edges[edge] * x + edges[edge + 1] * y + edges[edge + 2]);
                }
                if (alpha <= 0) {
                    continue;
                }
                sum[0] = sum[1] = sum[2] = 0;
                int hits = 0;
                for (int tap = 0; tap < taps; tap++) {
                    double px = taps == 1 ? x : x - 0.25 + 0.5 * (tap & 1);
                    double py = taps == 1 ? y : y - 0.25 + 0.5 * (tap >> 1);
                    double scale = 1 / (h[6] * px + h[7] * py + h[8]);
                    double sx = (h[0] * px + h[1] * py + h[2]) * scale - 0.5;
                    double sy = (h[3] * px + h[4] * py + h[5]) * scale - 0.5;
                    if (rounded && texture.outside(sx + 0.5, sy + 0.5)) {
                        continue;
                    }
                    hits++;
                    sample(texture.pixels(), texture.width(), texture.height(), sx, sy, sum);
                }
                if (hits == 0) {
                    continue;
                }
                int i = (row * target.getWidth() + column) * CHANNELS;
                int weight = (int) (alpha * 256 * hits / taps);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int value = sum[channel] / hits;
                    int old = (data[i + channel] & 0xFF) << 8;
                    data[i + channel] = (byte) ((old * (256 - weight) + value * weight + (1 << 15)) >> 16);
                }
            }
        }
    }

    /** Adds the bilinear sample of each channel, in 1/256 grey levels. */
    private static void sample(byte[] source, int width, int height, double sx, double sy, int[] sum) {
        double boundedX = Math.max(0, Math.min(width - 1.0, sx));
        double boundedY = Math.max(0, Math.min(height - 1.0, sy));
        int x = (int) boundedX;
        int y = (int) boundedY;
        int fx = (int) ((boundedX - x) * 256);
        int fy = (int) ((boundedY - y) * 256);
        int nextX = x + 1 < width ? CHANNELS : 0;
        int nextY = y + 1 < height ? width * CHANNELS : 0;
        int i = (y * width + x) * CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++, i++) {
            int upper = (source[i] & 0xFF) * (256 - fx) + (source[i + nextX] & 0xFF) * fx;
            int lower = (source[i + nextY] & 0xFF) * (256 - fx) + (source[i + nextX + nextY] & 0xFF) * fx;
            sum[channel] += (upper * (256 - fy) + lower * fy) >> 8;
        }
    }
}
