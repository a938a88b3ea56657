package dev.gantry.rendering;

/**
 * The 8x8 cosine transform of JPEG and its inverse after Arai, Agui and Nakajima (1988), the scheme of libjpeg's floating
 * point transforms: 5 multiplications for 8 values, with the remaining factors left to the quantisation.
 */
final class Cosine {
    /** What the transform leaves out for each frequency; both directions need the product of row and column. */
    private static final double[] SCALE = {
        1.0, 1.387039845, 1.306562965, 1.175875602, 1.0, 0.785694958, 0.541196100, 0.275899379
    };

    private Cosine() {}

    static float scale(int coefficient) {
        return (float) (SCALE[coefficient / 8] * SCALE[coefficient % 8]);
    }

    /** In place; each coefficient comes out 8 times {@link #scale} too large. */
    static void forward(float[] block) {
        for (int i = 0; i < 64; i += 8) {
            forward(block, i, 1);
        }
        for (int i = 0; i < 8; i++) {
            forward(block, i, 8);
        }
    }

    /** In place; wants each coefficient multiplied by {@link #scale}, and gives values 8 times too large. */
    static void backward(float[] block) {
        for (int i = 0; i < 8; i++) {
            backward(block, i, 8);
        }
        for (int i = 0; i < 64; i += 8) {
            backward(block, i, 1);
        }
    }

    private static void forward(float[] d, int at, int step) {
        float low0 = d[at] + d[at + 7 * step];
        float high0 = d[at] - d[at + 7 * step];
        float low1 = d[at + step] + d[at + 6 * step];
        float high1 = d[at + step] - d[at + 6 * step];
        float low2 = d[at + 2 * step] + d[at + 5 * step];
        float high2 = d[at + 2 * step] - d[at + 5 * step];
        float low3 = d[at + 3 * step] + d[at + 4 * step];
        float high3 = d[at + 3 * step] - d[at + 4 * step];

        float sum0 = low0 + low3;
        float sum1 = low1 + low2;
        float difference0 = low0 - low3;
        float turned = (low1 - low2 + difference0) * 0.707106781f;
        d[at] = sum0 + sum1;
        d[at + 4 * step] = sum0 - sum1;
        d[at + 2 * step] = difference0 + turned;
        d[at + 6 * step] = difference0 - turned;

        float first = high3 + high2;
        float last = high1 + high0;
        float z5 = (first - last) * 0.382683433f;
        float z2 = 0.541196100f * first + z5;
        float z4 = 1.306562965f * last + z5;
        float z3 = (high2 + high1) * 0.707106781f;
        float z11 = high0 + z3;
        float z13 = high0 - z3;
        d[at + 5 * step] = z13 + z2;
        d[at + 3 * step] = z13 - z2;
        d[at + step] = z11 + z4;
        d[at + 7 * step] = z11 - z4;
    }

    private static void backward(float[] d, int at, int step) {
        float sum = d[at] + d[at + 4 * step];
        float difference = d[at] - d[at + 4 * step];
        float even = d[at + 2 * step] + d[at + 6 * step];
        float turned = (d[at + 2 * step] - d[at + 6 * step]) * 1.414213562f - even;
        float even0 = sum + even;
        float even3 = sum - even;
        float even1 = difference + turned;
        float even2 = difference - turned;

        float z13 = d[at + 5 * step] + d[at + 3 * step];
        float z10 = d[at + 5 * step] - d[at + 3 * step];
        float z11 = d[at + step] + d[at + 7 * step];
        float z12 = d[at + step] - d[at + 7 * step];
        float odd7 = z11 + z13;
        float z5 = (z10 + z12) * 1.847759065f;
        float odd6 = z5 - 2.613125930f * z10 - odd7;
        float odd5 = (z11 - z13) * 1.414213562f - odd6;
        float odd4 = 1.082392200f * z12 - z5 + odd5;
        d[at] = even0 + odd7;
        d[at + 7 * step] = even0 - odd7;
        d[at + step] = even1 + odd6;
        d[at + 6 * step] = even1 - odd6;
        d[at + 2 * step] = even2 + odd5;
        d[at + 5 * step] = even2 - odd5;
        d[at + 4 * step] = even3 + odd4;
        d[at + 3 * step] = even3 - odd4;
    }
}
