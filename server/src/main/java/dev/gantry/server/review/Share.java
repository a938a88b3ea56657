package dev.gantry.server.review;

/**
 * A share that was counted, with the interval in which the true one lies with 95 % certainty (Wilson, 1927): unlike the
 * plain one it holds for few cases, and near none and all.
 */
public record Share(long part, long of) {

    /** Of the normal distribution 95 % lie within so many deviations. */
    private static final double DEVIATIONS = 1.959964;

    /** The share that was counted; not a number when nothing was. */
    public double value() {
        return (double) part / of;
    }

    public double low() {
        return of == 0 ? 0 : Math.max(0, centre() - reach());
    }

    public double high() {
        return of == 0 ? 1 : Math.min(1, centre() + reach());
    }

    private double centre() {
        return (value() + square() / (2 * of)) / (1 + square() / of);
    }

    private double reach() {
        double variance = value() * (1 - value()) / of + square() / (4.0 * of * of);
        return DEVIATIONS * Math.sqrt(variance) / (1 + square() / of);
    }

    private static double square() {
        return DEVIATIONS * DEVIATIONS;
    }
}
