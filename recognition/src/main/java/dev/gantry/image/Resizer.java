package dev.gantry.image;

import java.util.Arrays;

/**
 * Separable resize of a window of an interleaved BGR picture. Each target pixel is the weighted mean of the source pixels
 * that it covers (exact area filter) when shrinking, and a bilinear blend of two when enlarging. Whole rows are summed
 * first, a loop that the compiler turns into vector instructions, then columns; cost is O(window pixels).
 */
final class Resizer {

    private static final int WEIGHT_BITS = 11;
    private static final int ONE = 1 << WEIGHT_BITS;

    /** Fraction bits that the first pass keeps: 255 << 4 times a weight of 2^11 stays below 2^31. */
    private static final int KEPT_BITS = 4;

    private static final int FIRST_SHIFT = WEIGHT_BITS - KEPT_BITS;
    private static final int SECOND_SHIFT = WEIGHT_BITS + KEPT_BITS;

    private Resizer() {}

    static void resize(
            Image picture, Letterbox.Window window, byte[] target, int targetStride, int left, int top, int w, int h) {
        var columns = Axis.of(window.width(), w);
        var rows = Axis.of(window.height(), h);
        int sourceStride = picture.width() * 3;
        int[] line = new int[window.width() * 3];
        for (int y = 0; y < h; y++) {
            Arrays.fill(line, 0);
            for (int k = 0; k < rows.count[y]; k++) {
                int start = (window.y() + rows.first[y] + k) * sourceStride + window.x() * 3;
                add(picture.bgr(), start, rows.weights[rows.offset[y] + k], line);
            }
            for (int i = 0; i < line.length; i++) {
                line[i] = (line[i] + (1 << (FIRST_SHIFT - 1))) >> FIRST_SHIFT;
            }
            horizontal(line, columns, target, ((top + y) * targetStride + left) * 3, w);
        }
    }

    private static void add(byte[] source, int start, int weight, int[] line) {
        for (int i = 0; i < line.length; i++) {
            line[i] += (source[start + i] & 0xff) * weight;
        }
    }

    private static void horizontal(int[] line, Axis columns, byte[] target, int start, int w) {
        int out = start;
        for (int x = 0; x < w; x++) {
            int i = columns.first[x] * 3;
            int offset = columns.offset[x];
            int end = offset + columns.count[x];
            int b = 1 << (SECOND_SHIFT - 1);
            int g = b;
            int r = b;
            for (int k = offset; k < end; k++, i += 3) {
                int weight = columns.weights[k];
                b += line[i] * weight;
                g += line[i + 1] * weight;
                r += line[i + 2] * weight;
            }
            target[out++] = (byte) (b >> SECOND_SHIFT);
            target[out++] = (byte) (g >> SECOND_SHIFT);
            target[out++] = (byte) (r >> SECOND_SHIFT);
        }
    }

    /** For each target pixel: its first source pixel, how many there are, and their weights, which sum to {@link #ONE}. */
    private record Axis(int[] first, int[] count, int[] offset, int[] weights) {

        static Axis of(int from, int to) {
            double step = (double) from / to;
            int most = (int) Math.ceil(Math.max(1, step)) + 2;
            var first = new int[to];
            var count = new int[to];
            var offset = new int[to];
            var weights = new int[to * most];
            for (int i = 0; i < to; i++) {
                offset[i] = i * most;
                double half = Math.max(1, step) / 2;
                double center = (i + 0.5) * step;
                int lo = (int) Math.floor(center - half);
                int hi = (int) Math.ceil(center + half) - 1;
                fill(step, center, Math.max(0, lo), Math.min(from - 1, hi), i, first, count, offset, weights);
            }
            return new Axis(first, count, offset, weights);
        }

        private static void fill(
                double step,
                double center,
                int lo,
                int hi,
                int i,
                int[] first,
                int[] count,
                int[] offset,
                int[] weights) {
            first[i] = lo;
            count[i] = hi - lo + 1;
            double total = 0;
            var share = new double[count[i]];
            for (int k = 0; k < share.length; k++) {
                share[k] = step >= 1 ? overlap(lo + k, center, step) : Math.max(0, 1 - Math.abs(lo + k + 0.5 - center));
                total += share[k];
            }
            int left = ONE;
            for (int k = 0; k < share.length; k++) {
                int weight = k == share.length - 1 ? left : (int) Math.round(share[k] / total * ONE);
                weights[offset[i] + k] = weight;
                left -= weight;
            }
        }

        private static double overlap(int pixel, double center, double step) {
            return Math.max(0, Math.min(pixel + 1, center + step / 2) - Math.max(pixel, center - step / 2));
        }
    }
}
