package dev.gantry.server.json;

import dev.gantry.plate.Quad;
import java.util.List;

/** Numbers as they are written: no digits that mean nothing. */
final class Rounded {

    /** Confidences: four decimals tell 99.99 % from certainty. */
    private static final double CONFIDENCE_STEPS = 10_000;

    /** Coordinates and milliseconds: one decimal is finer than any detector or clock deserves. */
    private static final double TENTHS = 10;

    private Rounded() {}

    static double confidence(double value) {
        return Math.round(value * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
    }

    static double pixels(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }

    static double milliseconds(double value) {
        return Math.round(value * TENTHS) / TENTHS;
    }

    static List<double[]> corners(Quad quad) {
        return quad.corners().stream()
                .map(corner -> new double[] {pixels(corner.x()), pixels(corner.y())})
                .toList();
    }
}
