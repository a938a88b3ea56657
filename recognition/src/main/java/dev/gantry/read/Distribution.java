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

    /** Both rows weighted: {@code share} (0 to 1) of the first, the rest of the second. */
    static double[] mixed(double[] first, double[] second, double share) {
        var mixed = new double[first.length];
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = share * first[i] + (1 - share) * second[i];
        }
        return mixed;
    }
}
