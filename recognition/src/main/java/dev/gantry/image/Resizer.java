package dev.gantry.image;

import java.util.Arrays;

/**
 * Separable resize of a window of an interleaved BGR picture. Each target pixel is the weighted mean of the source pixels
 * that it covers (exact area filter) when shrinking, and a bilinear blend of two when enlarging. Rows are first summed
 * with integer weights, then columns, so that every source byte is read once; cost is O(window pixels).
 */
final class Resizer {

    private static final int WEIGHT_BITS = 11;
    private static final int ONE = 1 << WEIGHT_BITS;

    private Resizer() {}

    static void resize(
            Image picture, Letterbox.Window window, byte[] target, int targetStride, int left, int top, int w, int h) {
        var columns = Axis.of(window.width(), w);
        var rows = Axis.of(window.height(), h);
        byte[] source = picture.bgr();
        int sourceStride = picture.width() * 3;
        int[] line = new int[w * 3];
        int[] sum = new int[w * 3];
        int lineRow = -1;
        for (int y = 0; y < h; y++) {
            Arrays.fill(sum, 0);
            for (int k = 0; k < rows.count[y]; k++) {
                int row = rows.first[y] + k;
                if (row != lineRow) {
                    int start = (window.y() + row) * sourceStride + window.x() * 3;
                    horizontal(source, start, columns, line, w);
                    lineRow = row;
                }
                int weight = rows.weights[rows.offset[y] + k];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += line[i] * weight;
                }
            }
            int out = ((top + y) * targetStride + left) * 3;
            for (int i = 0; i < sum.length; i++) {
                // 8 bits of value + 4 kept by the first pass + the second pass's weight bits
                target[out + i] = (byte) ((sum[i] + (1 << (KEPT_BITS + WEIGHT_BITS - 1))) >> (KEPT_BITS + WEIGHT_BITS));
            }
        }
    }

    /** Fraction bits that the first pass keeps: 255 << 4 times a weight of 2^11 stays below 2^31. */
    private static final int KEPT_BITS = 4;

    private static void horizontal(byte[] source, int start, Axis columns, int[] line, int w) {
        int out = 0;
        for (int x = 0; x < w; x++) {
            int i = start + columns.first[x] * 3;
            int offset = columns.offset[x];
            int b = 0;
            int g = 0;
            int r = 0;
            for (int k = 0; k < columns.count[x]; k++, i += 3) {
                int weight = columns.weights[offset + k];
                b += (source[i] & 0xff) * weight;
                g += (source[i + 1] & 0xff) * weight;
                r += (source[i + 2] & 0xff) * weight;
            }
            line[out++] = b >> (WEIGHT_BITS - KEPT_BITS);
            line[out++] = g >> (WEIGHT_BITS - KEPT_BITS);
            line[out++] = r >> (WEIGHT_BITS - KEPT_BITS);
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
