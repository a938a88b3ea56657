package dev.gantry.read;

/** Arithmetic on rows of probabilities. */
final class Distribution {

    /** Below it nothing is told apart; it keeps logarithms finite. */
    static final double LEAST = 1e-9;

    private Distribution() {}

    /** Divides by the sum, in place; a row of zeros stays. */
    static void normalize(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        if (sum > 0) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= sum;
            }
        }
    }

    /** The normalised geometric mean: what two independent opinions agree on. */
    static double[] geometricMean(double[] a, double[] b) {
        var mean = new double[a.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = Math.sqrt(a[i] * b[i]);
        }
        normalize(mean);
        return mean;
    }
}
