package dev.gantry.read;

import dev.gantry.model.ModelCard;

/**
 * Makes a model's probabilities honest: sigmoid(scale x logit(p) + bias), fitted on pictures that were not trained on
 * (J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
 */
record Calibration(double scale, double bias) {

    static Calibration of(ModelCard card) {
        double scale = card.number("calibration.scale", 1);
        if (!(scale > 0)) {
            throw card.wrong("calibration.scale", "a number above 0", "" + scale);
        }
        return new Calibration(scale, card.number("calibration.bias", 0));
    }

    /** The same with the odds of being right multiplied. */
    Calibration withOddsTimes(double factor) {
        return new Calibration(scale, bias + Math.log(factor));
    }

    double of(double probability) {
        double p = Math.clamp(probability, Distribution.LEAST, 1 - Distribution.LEAST);
        return 1 / (1 + Math.exp(-scale * Math.log(p / (1 - p)) - bias));
    }
}
