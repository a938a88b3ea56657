package dev.gantry.rendering;

/**
 * Baseline JPEG without its entropy coder: YCbCr with halved colour, 8x8 cosine transform, quantisation with the tables of
 * ITU-T T.81 Annex K scaled as libjpeg does, and back. The losses are JPEG's; the cost is a tenth of an encoder's.
 */
final class JpegLoss {
    private static final int BLOCK = 8;
    private static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    private static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99
    };
    private static final int COARSEST = 99;

    private final float[] luminance = new float[BLOCK * BLOCK];
    private final float[] luminanceDividers = new float[BLOCK * BLOCK];
    private final float[] chrominance = new float[BLOCK * BLOCK];
    private final float[] chrominanceDividers = new float[BLOCK * BLOCK];
    private final float[] block = new float[BLOCK * BLOCK];

    JpegLoss(int quality) {
        int bounded = Math.max(1, Math.min(100, quality));
        int scale = bounded < 50 ? 5000 / bounded : 200 - 2 * bounded;
        for (int i = 0; i < BLOCK * BLOCK; i++) {
            float fine = step(LUMINANCE[i], scale);
            float coarse = step(i < CHROMINANCE.length ? CHROMINANCE[i] : COARSEST, scale);
            luminance[i] = fine * Cosine.scale(i) / BLOCK;
            luminanceDividers[i] = 1 / (fine * Cosine.scale(i) * BLOCK);
            chrominance[i] = coarse * Cosine.scale(i) / BLOCK;
            chrominanceDividers[i] = 1 / (coarse * Cosine.scale(i) * BLOCK);
        }
    }

    private static float step(int base, int scale) {
        return Math.max(1, Math.min(255, (base * scale + 50) / 100));
    }

    void apply(byte[] data, int width, int height) {
        int halfWidth = (width + 1) / 2;
        int halfHeight = (height + 1) / 2;
        float[] luma = new float[width * height];
        float[] blue = new float[halfWidth * halfHeight];
        float[] red = new float[halfWidth * halfHeight];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = (y * width + x) * 3;
                float b = data[i] & 0xFF;
                float g = data[i + 1] & 0xFF;
                float r = data[i + 2] & 0xFF;
                float value = 0.299f * r + 0.587f * g + 0.114f * b;
                luma[y * width + x] = value - 128;
                int small = (y >> 1) * halfWidth + (x >> 1);
                int rows = (y | 1) < height ? 2 : 1;
                int columns = (x | 1) < width ? 2 : 1;
                float share = 1f / (rows * columns);
                blue[small] += (b - value) * 0.564f * share;
                red[small] += (r - value) * 0.713f * share;
            }
        }
        quantise(luma, width, height, luminanceDividers, luminance);
        quantise(blue, halfWidth, halfHeight, chrominanceDividers, chrominance);
        quantise(red, halfWidth, halfHeight, chrominanceDividers, chrominance);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = (y * width + x) * 3;
                int small = (y >> 1) * halfWidth + (x >> 1);
                float value = luma[y * width + x] + 128.5f;
                data[i] = clamp(value + 1.772f * blue[small]);
                data[i + 1] = clamp(value - 0.344f * blue[small] - 0.714f * red[small]);
                data[i + 2] = clamp(value + 1.402f * red[small]);
            }
        }
    }

    private static byte clamp(float value) {
        return (byte) Math.max(0, Math.min(255, (int) value));
    }

    private void quantise(float[] plane, int width, int height, float[] dividers, float[] factors) {
        for (int top = 0; top < height; top += BLOCK) {
            for (int left = 0; left < width; left += BLOCK) {
                for (int y = 0; y < BLOCK; y++) {
                    int row = Math.min(height - 1, top + y) * width;
                    for (int x = 0; x < BLOCK; x++) {
                        block[y * BLOCK + x] = plane[row + Math.min(width - 1, left + x)];
                    }
                }
                roundTrip(dividers, factors);
                int rows = Math.min(BLOCK, height - top);
                int columns = Math.min(BLOCK, width - left);
                for (int y = 0; y < rows; y++) {
                    System.arraycopy(block, y * BLOCK, plane, (top + y) * width + left, columns);
                }
            }
        }
    }

    private void roundTrip(float[] dividers, float[] factors) {
        Cosine.forward(block);
        for (int i = 0; i < BLOCK * BLOCK; i++) {
            float value = block[i] * dividers[i];
            block[i] = (int) (value < 0 ? value - 0.5f : value + 0.5f) * factors[i];
        }
        Cosine.backward(block);
    }
}
