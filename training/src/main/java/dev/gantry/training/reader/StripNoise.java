package dev.gantry.training.reader;

import dev.gantry.image.Strip;
import java.util.random.RandomGenerator;

/** Cheap changes to a strip each time it is used: light, contrast, resolution, noise, a hidden spot. */
final class StripNoise {

    private static final int WIDTH = ReaderNet.WIDTH;
    private static final int HEIGHT = ReaderNet.HEIGHT;
    private static final float WHITE = 255;

    private StripNoise() {}

    static Strip apply(StripSample sample, RandomGenerator random) {
        float[] values = sample.strip().gray();
        if (random.nextDouble() < 0.3) {
            values = coarse(values, random.nextDouble(1.2, 3.2), random.nextDouble(1, 2.4));
        }
        if (random.nextDouble() < 0.12) {
            values = smeared(values, random);
        }
        if (random.nextDouble() < 0.5) {
            light(values, random);
        }
        if (random.nextDouble() < 0.04) {
            for (int i = 0; i < values.length; i++) {
                values[i] = WHITE - values[i];
            }
        }
        if (random.nextDouble() < 0.35) {
            double strength = random.nextDouble(1, 14);
            for (int i = 0; i < values.length; i++) {
                values[i] += (float) (strength * random.nextGaussian());
            }
        }
        if (random.nextDouble() < 0.06) {
            hide(values, random);
        }
        return new Strip(WIDTH, HEIGHT, values);
    }

    /** Averages over cells of the given size and blends between their centres: a picture with fewer pixels. */
    private static float[] coarse(float[] values, double stepX, double stepY) {
        int w = (int) (WIDTH / stepX);
        int h = (int) (HEIGHT / stepY);
        var small = new float[w * h];
        var counts = new float[w * h];
        for (int y = 0; y < HEIGHT; y++) {
            int row = Math.min(h - 1, (int) ((long) y * h / HEIGHT)) * w;
            for (int x = 0; x < WIDTH; x++) {
                int cell = row + Math.min(w - 1, (int) ((long) x * w / WIDTH));
                small[cell] += values[y * WIDTH + x];
                counts[cell]++;
            }
        }
        for (int i = 0; i < small.length; i++) {
            small[i] /= Math.max(1, counts[i]);
        }
        var large = new float[values.length];
        for (int y = 0; y < HEIGHT; y++) {
            float sy = Math.clamp((y + 0.5f) * h / HEIGHT - 0.5f, 0, h - 1);
            int y0 = (int) sy;
            int y1 = Math.min(h - 1, y0 + 1);
            for (int x = 0; x < WIDTH; x++) {
                float sx = Math.clamp((x + 0.5f) * w / WIDTH - 0.5f, 0, w - 1);
                int x0 = (int) sx;
                int x1 = Math.min(w - 1, x0 + 1);
                float fx = sx - x0;
                float above = small[y0 * w + x0] * (1 - fx) + small[y0 * w + x1] * fx;
                float below = small[y1 * w + x0] * (1 - fx) + small[y1 * w + x1] * fx;
                large[y * WIDTH + x] = above + (below - above) * (sy - y0);
            }
        }
        return large;
    }

    /** The mean along a short line in any direction, mostly along the text: the plate moved while the shutter was open. */
    private static float[] smeared(float[] values, RandomGenerator random) {
        double angle = random.nextGaussian() * 0.5;
        double length = random.nextDouble(2, 8);
        int steps = (int) Math.ceil(length);
        var smeared = new float[values.length];
        for (int step = 0; step <= steps; step++) {
            double at = length * ((double) step / steps - 0.5);
            int dx = (int) Math.round(at * Math.cos(angle));
            int dy = (int) Math.round(at * Math.sin(angle));
            for (int y = 0; y < HEIGHT; y++) {
                int row = Math.clamp(y + dy, 0, HEIGHT - 1) * WIDTH;
                for (int x = 0; x < WIDTH; x++) {
                    smeared[y * WIDTH + x] += values[row + Math.clamp(x + dx, 0, WIDTH - 1)] / (steps + 1);
                }
            }
        }
        return smeared;
    }

    private static void light(float[] values, RandomGenerator random) {
        float left = random.nextFloat(0.6f, 1.3f);
        float right = random.nextFloat(0.6f, 1.3f);
        float shift = random.nextFloat(-25, 25);
        double gamma = Math.exp(random.nextGaussian() * 0.25);
        for (int i = 0; i < values.length; i++) {
            float gain = left + (right - left) * (i % WIDTH) / WIDTH;
            float value = Math.clamp(values[i] * gain + shift, 0, WHITE);
            values[i] = (float) (WHITE * Math.pow(value / WHITE, gamma));
        }
    }

    private static void hide(float[] values, RandomGenerator random) {
        int w = random.nextInt(3, 10);
        int h = random.nextInt(4, 16);
        int x0 = random.nextInt(WIDTH - w);
        int y0 = random.nextInt(HEIGHT - h);
        float gray = random.nextFloat(WHITE);
        for (int y = y0; y < y0 + h; y++) {
            for (int x = x0; x < x0 + w; x++) {
                values[y * WIDTH + x] = gray;
            }
        }
    }
}
