package dev.gantry.rendering;

import java.awt.image.BufferedImage;

/**
 * Pastes a picture onto another in perspective. The source is first shrunk to about its size in the target by exact area
 * means, then sampled bilinearly, so small plates keep their strokes' weight instead of flickering.
 */
public final class Warp {
    private static final int CHANNELS = 3;

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
        byte[] pixels = Photometry.pixels(source);
        int width = Math.min(source.getWidth(), (int) Math.max(1, Math.ceil(across)));
        int height = Math.min(source.getHeight(), (int) Math.max(1, Math.ceil(down)));
        if (width < source.getWidth() || height < source.getHeight()) {
            pixels = AreaShrink.shrink(pixels, source.getWidth(), source.getHeight(), width, height);
        }
        Texture texture = new Texture(
                pixels,
                width,
                height,
                cornerRadius * width / source.getWidth(),
                cornerRadius * height / source.getHeight());
        double[] toSource = Projection.between(quad8, width, height);
        blend(texture, toSource, quad8, target, softness);
    }

    private static double side(double[] quad, int from, int to) {
        return Math.hypot(quad[2 * to] - quad[2 * from], quad[2 * to + 1] - quad[2 * from + 1]);
    }

    /** The shrunk source and the half axes of its rounded corners. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Texture(byte[] pixels, int width, int height, double radiusX, double radiusY) {
        /** How much of the source there is at a place: 0 outside a rounded corner, 1 inside, between them on its edge. */
        double coverage(double x, double y) {
            double dx = (radiusX - Math.min(x, width - x)) / radiusX;
            double dy = (radiusY - Math.min(y, height - y)) / radiusY;
            if (dx <= 0 || dy <= 0) {
                return 1;
            }
            return 0.5 + (1 - Math.sqrt(dx * dx + dy * dy)) * Math.min(radiusX, radiusY);
        }
    }

    private static void blend(Texture texture, double[] h, double[] quad, BufferedImage target, float softness) {
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
        for (int row = top; row < bottom; row++) {
            int i = (row * target.getWidth() + left) * CHANNELS;
            for (int column = left; column < right; column++, i += CHANNELS) {
                double x = column + 0.5;
                double y = row + 0.5;
                double alpha = 1;
                for (int edge = 0; edge < 12; edge += 3) {
                    alpha = Math.min(alpha, edges[edge] * x + edges[edge + 1] * y + edges[edge + 2]);
                }
                if (alpha <= 0) {
                    continue;
                }
                double scale = 1 / (h[6] * x + h[7] * y + h[8]);
                double sx = (h[0] * x + h[1] * y + h[2]) * scale;
                double sy = (h[3] * x + h[4] * y + h[5]) * scale;
                if (rounded) {
                    alpha = Math.min(alpha, texture.coverage(sx, sy));
                    if (alpha <= 0) {
                        continue;
                    }
                }
                sample(texture, sx - 0.5, sy - 0.5, (int) (alpha * 256), data, i);
            }
        }
    }

    /** Blends the bilinear sample into the target's pixel at {@code to}; {@code weight} 256 replaces it. */
    private static void sample(Texture texture, double sx, double sy, int weight, byte[] data, int to) {
        byte[] source = texture.pixels();
        double boundedX = Math.max(0, Math.min(texture.width() - 1.0, sx));
        double boundedY = Math.max(0, Math.min(texture.height() - 1.0, sy));
        int x = (int) boundedX;
        int y = (int) boundedY;
        int fx = (int) ((boundedX - x) * 256);
        int fy = (int) ((boundedY - y) * 256);
        int nextX = x + 1 < texture.width() ? CHANNELS : 0;
        int nextY = y + 1 < texture.height() ? texture.width() * CHANNELS : 0;
        int i = (y * texture.width() + x) * CHANNELS;
        for (int channel = 0; channel < CHANNELS; channel++, i++) {
            int upper = (source[i] & 0xFF) * (256 - fx) + (source[i + nextX] & 0xFF) * fx;
            int lower = (source[i + nextY] & 0xFF) * (256 - fx) + (source[i + nextX + nextY] & 0xFF) * fx;
            int value = (upper * (256 - fy) + lower * fy) >> 8;
            int old = (data[to + channel] & 0xFF) << 8;
            data[to + channel] = (byte) ((old * (256 - weight) + value * weight + (1 << 15)) >> 16);
        }
    }
}
