package dev.gantry.rendering;

/** Shrinks BGR bytes to any smaller size: each new pixel is the exact mean of the area that it covers. */
final class AreaShrink {
    private static final int CHANNELS = 3;

    /** Weights add up to this for each new pixel, in each direction. */
    private static final int ONE = 1 << 10;

    private AreaShrink() {}

    static byte[] shrink(byte[] source, int width, int height, int newWidth, int newHeight) {
        int[] columns = covers(width, newWidth);
        int[] rows = covers(height, newHeight);
        int stride = newWidth * CHANNELS;
        int[] narrow = new int[stride];
        int[] sums = new int[stride];
        byte[] small = new byte[stride * newHeight];
        int at = 0;
        int last = -1;
        for (int y = 0; y < newHeight; y++) {
            java.util.Arrays.fill(sums, ONE * ONE / 2);
            int first = rows[at++];
            int count = rows[at++];
            for (int k = 0; k < count; k++) {
                int weight = rows[at++];
                if (first + k != last) {
                    last = first + k;
                    narrow(source, last * width * CHANNELS, columns, narrow);
                }
                for (int i = 0; i < stride; i++) {
                    sums[i] += narrow[i] * weight;
                }
            }
            int row = y * stride;
            for (int i = 0; i < stride; i++) {
                small[row + i] = (byte) Math.min(255, sums[i] >> 20);
            }
        }
        return small;
    }

    private static void narrow(byte[] source, int row, int[] columns, int[] narrow) {
        int at = 0;
        for (int x = 0; x < narrow.length; x += CHANNELS) {
            int i = row + columns[at++] * CHANNELS;
            int count = columns[at++];
            int blue = 0;
            int green = 0;
            int red = 0;
            for (int k = 0; k < count; k++, i += CHANNELS) {
                int weight = columns[at++];
                blue += (source[i] & 0xFF) * weight;
                green += (source[i + 1] & 0xFF) * weight;
                red += (source[i + 2] & 0xFF) * weight;
            }
            narrow[x] = blue;
            narrow[x + 1] = green;
            narrow[x + 2] = red;
        }
    }

    /** For each new pixel the first old one, their count, and each one's weight; the weights add up to ONE. */
    private static int[] covers(int size, int newSize) {
        double scale = (double) size / newSize;
        int[] covers = new int[newSize * ((int) Math.ceil(scale) + 3)];
        int at = 0;
        for (int i = 0; i < newSize; i++) {
            double from = i * scale;
            double to = Math.min(size, from + scale);
            int first = (int) from;
            int end = Math.min(size, (int) Math.ceil(to - 1e-6));
            covers[at++] = first;
            covers[at++] = end - first;
            int left = ONE;
            for (int k = first; k < end; k++) {
                double share = Math.min(to, k + 1.0) - Math.max(from, k);
                int weight = k == end - 1 ? left : (int) Math.round(share / scale * ONE);
                covers[at++] = weight;
                left -= weight;
            }
        }
        return covers;
    }
}
