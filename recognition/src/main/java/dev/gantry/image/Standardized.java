package dev.gantry.image;

/** A strip's grey values brought to mean 0 and deviation 1, so that light and contrast matter little to a reader. */
public final class Standardized {

    /** Added to the deviation (of 0 to 255), so that an empty strip does not blow up noise. */
    private static final float FLOOR = 12.75f;

    private Standardized() {}

    /** (value - mean) / (deviation + 12.75) for each value, row by row. */
    public static float[] of(Strip strip) {
        float[] gray = strip.gray();
        double sum = 0;
        double squares = 0;
        for (float value : gray) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / gray.length;
        double deviation = Math.sqrt(Math.max(0, squares / gray.length - mean * mean));
        float scale = (float) (1 / (deviation + FLOOR));
        var values = new float[gray.length];
        for (int i = 0; i < gray.length; i++) {
            values[i] = (gray[i] - (float) mean) * scale;
        }
        return values;
    }
}
