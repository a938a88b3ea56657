package dev.gantry.training.reader;

import java.util.List;

/**
 * Fits sigmoid(scale x logit + bias) to outcomes by Newton's method on the log loss (Platt, "Probabilistic Outputs for
 * Support Vector Machines", 1999), with a weak pull towards the identity, so that few outcomes cannot make it wild.
 */
record PlattFit(double scale, double bias) {

    private static final int ITERATIONS = 50;

    /** As much as two outcomes. */
    private static final double PULL = 2;

    private static final double SMALLEST_SCALE = 0.1;

    /** A prediction before calibration, as a logit, and whether it was right. */
    record Outcome(double logit, boolean right) {}

    static PlattFit of(List<Outcome> outcomes) {
        double scale = 1;
        double bias = 0;
        for (int i = 0; i < ITERATIONS; i++) {
            double gradientScale = PULL * (scale - 1);
            double gradientBias = PULL * bias;
            double curveScale = PULL;
            double curveBias = PULL;
            double curveBoth = 0;
            for (Outcome outcome : outcomes) {
                double p = sigmoid(scale * outcome.logit + bias);
                double error = p - (outcome.right ? 1 : 0);
                double weight = p * (1 - p);
                gradientScale += error * outcome.logit;
                gradientBias += error;
                curveScale += weight * outcome.logit * outcome.logit;
                curveBias += weight;
                curveBoth += weight * outcome.logit;
            }
            double determinant = curveScale * curveBias - curveBoth * curveBoth;
            scale -= (curveBias * gradientScale - curveBoth * gradientBias) / determinant;
            bias -= (curveScale * gradientBias - curveBoth * gradientScale) / determinant;
            scale = Math.max(SMALLEST_SCALE, scale);
        }
        return new PlattFit(scale, bias);
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
