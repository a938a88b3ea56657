package dev.gantry.server.json;

import dev.gantry.plate.Quad;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/** Numbers as they are written: no digits that mean nothing. */
final class Rounded {

    /** Confidences: four decimals tell 99.99 % from certainty. */
    private static final double CONFIDENCE_STEPS = 10_000;

    /** Coordinates and milliseconds: one decimal is finer than any detector or clock deserves. */
    private static final double TENTHS = 10;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

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

    /** ISO 8601 in UTC, always with milliseconds, so that texts sort as times do. */
    static String time(Instant time) {
        return MILLISECONDS.format(time);
    }

    static List<double[]> corners(Quad quad) {
        return quad.corners().stream()
                .map(corner -> new double[] {pixels(corner.x()), pixels(corner.y())})
                .toList();
    }
}
