package dev.gantry.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Separable resize of a window of an interleaved BGR picture. Each target pixel is the weighted mean of the source pixels
 * that it covers (area filter, to 1/256 of a row) when shrinking, and a bilinear blend of two when enlarging. Whole rows
 * are summed first, eight bytes at a time in two {@code long}s of four 16-bit lanes each, since the compiler makes no good
 * vector instructions of sums of bytes: that takes 0.4 times as long. Then columns; both three at a time. Cost is O(window
 * pixels).
 */
final class Resizer {

    /** A lane holds 255 times all weights of the rows. */
    private static final int ROW_BITS = 8;

    private static final int COLUMN_BITS = 11;
    private static final int SHIFT = ROW_BITS + COLUMN_BITS;

    /** For rounding. */
    private static final int HALF = 1 << (SHIFT - 1);

    /** Source pixels that are summed at once. */
    private static final int TAPS = 3;

    /** Every other byte of a {@code long}, with room above each. */
    private static final long LANES = 0x00ff00ff00ff00ffL;

    private static final int LANE = 0xffff;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Resizer() {}

    static void resize(
            Image picture, Letterbox.Window window, byte[] target, int targetStride, int left, int top, int w, int h) {
        var columns = Axis.of(window.width(), w, COLUMN_BITS);
        var rows = Axis.of(window.height(), h, ROW_BITS);
        int[] line =
                new int[(window.width() + TAPS - 1) * 3]; // columns may reach beyond the last pixel, with a weight of 0
        for (int y = 0; y < h; y++) {
            vertical(picture, window, rows, y, line);
            horizontal(line, columns, target, ((top + y) * targetStride + left) * 3, w);
        }
    }

    private static void vertical(Image picture, Letterbox.Window window, Axis rows, int y, int[] line) {
        int count = window.width() * 3;
        Arrays.fill(line, 0, count, 0);
        int row = rows.first[y];
        for (int k = rows.start[y]; k < rows.start[y + 1]; k += TAPS, row += TAPS) {
            int a = start(picture, window, row);
            int b = start(picture, window, row + 1);
            int c = start(picture, window, row + 2);
            add(picture.bgr(), a, b, c, rows.weight[k], rows.weight[k + 1], rows.weight[k + 2], line, count);
        }
    }

    /** Where a row of the window begins; one behind the last, which has a weight of 0, is the last. */
    private static int start(Image picture, Letterbox.Window window, int row) {
        return picture.at(window.x(), window.y() + Math.min(row, window.height() - 1));
    }

    private static void add(byte[] bgr, int a, int b, int c, int ofA, int ofB, int ofC, int[] line, int count) {
        int i = 0;
        for (; i <= count - Long.BYTES; i += Long.BYTES) {
            long inA = (long) EIGHT_BYTES.get(bgr, a + i);
            long inB = (long) EIGHT_BYTES.get(bgr, b + i);
            long inC = (long) EIGHT_BYTES.get(bgr, c + i);
            long even = (inA & LANES) * ofA + (inB & LANES) * ofB + (inC & LANES) * ofC;
            long odd = (inA >>> 8 & LANES) * ofA + (inB >>> 8 & LANES) * ofB + (inC >>> 8 & LANES) * ofC;
            line[i] += (int) even & LANE;
            line[i + 1] += (int) odd & LANE;
            line[i + 2] += (int) even >>> 16;
            line[i + 3] += (int) odd >>> 16;
            line[i + 4] += (int) (even >>> 32) & LANE;
            line[i + 5] += (int) (odd >>> 32) & LANE;
            line[i + 6] += (int) (even >>> 48);
            line[i + 7] += (int) (odd >>> 48);
        }
        for (; i < count; i++) {
            line[i] += (bgr[a + i] & 0xff) * ofA + (bgr[b + i] & 0xff) * ofB + (bgr[c + i] & 0xff) * ofC;
        }
    }

    private static void horizontal(int[] line, Axis columns, byte[] target, int start, int w) {
        int[] weight = columns.weight;
        int out = start;
        for (int x = 0; x < w; x++, out += 3) {
            int i = columns.first[x] * 3;
            int k = columns.start[x];
            int end = columns.start[x + 1];
            int a = weight[k];
            int b = weight[k + 1];
            int c = weight[k + 2];
            int blue = HALF + line[i] * a + line[i + 3] * b + line[i + 6] * c;
            int green = HALF + line[i + 1] * a + line[i + 4] * b + line[i + 7] * c;
            int red = HALF + line[i + 2] * a + line[i + 5] * b + line[i + 8] * c;
            // Three are mostly all; as the first turn of the loop they would take twice as long.
            for (k += TAPS, i += TAPS * 3; k < end; k += TAPS, i += TAPS * 3) {
                a = weight[k];
                b = weight[k + 1];
                c = weight[k + 2];
                blue += line[i] * a + line[i + 3] * b + line[i + 6] * c;
                green += line[i + 1] * a + line[i + 4] * b + line[i + 7] * c;
                red += line[i + 2] * a + line[i + 5] * b + line[i + 8] * c;
            }
            target[out] = (byte) (blue >> SHIFT);
            target[out + 1] = (byte) (green >> SHIFT);
            target[out + 2] = (byte) (red >> SHIFT);
        }
    }

    /**
     * Which source pixels make each target pixel: neighbours, three and three.
     *
     * @param first each target pixel's first source pixel
     * @param start where the weights of each target pixel begin, and the end of the last one's
     * @param weight those of one target pixel sum to 1 in the bits asked for; the last of them are 0 where three are too many
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Axis(int[] first, int[] start, int[] weight) {

        static Axis of(int from, int to, int bits) {
            double step = (double) from / to;
            double half = Math.max(1, step) / 2;
            int most = (int) Math.ceil(2 * half) + 1 + TAPS;
            var first = new int[to];
            var start = new int[to + 1];
            var weight = new int[to * most];
            for (int i = 0; i < to; i++) {
                double center = (i + 0.5) * step;
                int lo = Math.max(0, (int) Math.floor(center - half));
                int hi = Math.min(from - 1, (int) Math.ceil(center + half) - 1);
                first[i] = lo;
                start[i + 1] = start[i] + (hi - lo + TAPS) / TAPS * TAPS;
                fill(step, center, lo, hi, start[i], weight, 1 << bits);
            }
            return new Axis(first, start, weight);
        }

        /** What rounding leaves of one weight goes into the next, so that together they are always {@code one}. */
        private static void fill(double step, double center, int lo, int hi, int at, int[] weight, int one) {
            var share = new double[hi - lo + 1];
            double total = 0;
            for (int k = 0; k < share.length; k++) {
                share[k] = step >= 1 ? overlap(lo + k, center, step) : Math.max(0, 1 - Math.abs(lo + k + 0.5 - center));
                total += share[k];
            }
            double sum = 0;
            int given = 0;
            for (int k = 0; k < share.length; k++) {
                sum += share[k];
                weight[at + k] = (int) Math.round(sum / total * one) - given;
                given += weight[at + k];
            }
        }

        private static double overlap(int pixel, double center, double step) {
            return Math.max(0, Math.min(pixel + 1, center + step / 2) - Math.max(pixel, center - step / 2));
        }
    }
}
