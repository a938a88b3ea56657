package dev.gantry.read;

import java.util.List;

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

    /** The weighted sum of rows of one length. */
    static double[] mixed(List<double[]> rows, double[] weights) {
        var mixed = new double[rows.getFirst().length];
        for (int i = 0; i < weights.length; i++) {
            for (int c = 0; c < mixed.length; c++) {
                mixed[c] += weights[i] * rows.get(i)[c];
            }
        }
        return mixed;
    }
}
