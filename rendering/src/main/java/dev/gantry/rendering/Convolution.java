package dev.gantry.rendering;

import java.util.Arrays;

/** Blurs on interleaved BGR bytes; outside the picture its edge goes on. */
final class Convolution {
    private static final int CHANNELS = 3;

    private Convolution() {}

    static void separable(byte[] data, int width, int height, int[] kernel, int shift) {
        int radius = kernel.length / 2;
        int stride = width * CHANNELS;
        int[] line = new int[(width + 2 * radius) * CHANNELS];
        int[] sums = new int[stride];
        int[] smooth = new int[stride * height];
        int half = 1 << (shift - 1);
        for (int y = 0; y < height; y++) {
            int row = y * stride;
            for (int i = 0; i < stride; i++) {
                line[i + radius * CHANNELS] = data[row + i] & 0xFF;
            }
            for (int i = 0; i < radius * CHANNELS; i++) {
                line[i] = line[radius * CHANNELS + i % CHANNELS];
                line[line.length - 1 - i] = line[radius * CHANNELS + stride - 1 - i % CHANNELS];
            }
            Arrays.fill(sums, half);
            for (int k = 0; k < kernel.length; k++) {
                int weight = kernel[k];
                int from = k * CHANNELS;
                for (int i = 0; i < stride; i++) {
                    sums[i] += line[from + i] * weight;
                }
            }
            for (int i = 0; i < stride; i++) {
                smooth[row + i] = sums[i] >> shift;
            }
        }
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, half);
            for (int k = 0; k < kernel.length; k++) {
                int weight = kernel[k];
                int from = Math.max(0, Math.min(height - 1, y + k - radius)) * stride;
                for (int i = 0; i < stride; i++) {
                    sums[i] += smooth[from + i] * weight;
                }
            }
            int row = y * stride;
            for (int i = 0; i < stride; i++) {
                data[row + i] = (byte) Math.min(255, sums[i] >> shift);
            }
        }
    }

    static void along(byte[] data, int width, int height, int taps, double angle) {
        byte[] source = data.clone();
        int stride = width * CHANNELS;
        int[] sums = new int[stride];
        int factor = (1 << 16) / taps;
        for (int y = 0; y < height; y++) {
            Arrays.fill(sums, 1 << 15);
            for (int tap = 0; tap < taps; tap++) {
                double along = tap - (taps - 1) / 2.0;
                int dx = (int) Math.round(along * Math.cos(angle));
                int dy = (int) Math.round(along * Math.sin(angle));
                int from = Math.max(0, Math.min(height - 1, y + dy)) * stride;
                int inner = Math.max(0, -dx) * CHANNELS;
                int outer = (width - Math.max(0, dx)) * CHANNELS;
                for (int i = 0; i < Math.min(inner, stride); i++) {
                    sums[i] += (source[from + i % CHANNELS] & 0xFF) * factor;
                }
                for (int i = inner; i < outer; i++) {
                    sums[i] += (source[from + i + dx * CHANNELS] & 0xFF) * factor;
                }
                for (int i = Math.max(outer, 0); i < stride; i++) {
                    sums[i] += (source[from + stride - CHANNELS + i % CHANNELS] & 0xFF) * factor;
                }
            }
            int row = y * stride;
            for (int i = 0; i < stride; i++) {
                data[row + i] = (byte) Math.min(255, sums[i] >> 16);
            }
        }
    }
}
