package dev.gantry.training.reader;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/** How much is written in a column or a row of a plate's upright picture: the variance of its pixels' green. */
record Ink(Image picture) {

    /** Where a plate's lines may be parted, as shares of its height. */
    private static final double HIGHEST_GAP = 0.35;

    private static final double LOWEST_GAP = 0.6;

    /** The emptiest column near one, between two rows. */
    int emptiestColumn(double middle, double stray, double top, double bottom) {
        return emptiest(
                middle - stray,
                middle + stray,
                picture.width(),
                x -> variance((int) top, (int) bottom, y -> y * picture.width() + x));
    }

    /** The emptiest row about the middle of a plate. */
    int emptiestRow(Quad plate) {
        double top = plate.topLeft().y();
        double from = top + HIGHEST_GAP * plate.height();
        double until = top + LOWEST_GAP * plate.height();
        int left = (int) plate.topLeft().x();
        int right = (int) plate.topRight().x();
        return emptiest(from, until, picture.height(), y -> variance(left, right, x -> y * picture.width() + x));
    }

    /** The middle one of several that are as empty. */
    private static int emptiest(double from, double until, int size, IntToDoubleFunction ink) {
        int middle = Math.clamp(Math.round((from + until) / 2), 0, size - 1);
        int best = middle;
        double least = ink.applyAsDouble(middle);
        for (int i = (int) Math.max(0, from); i <= Math.min(size - 1, until); i++) {
            double value = ink.applyAsDouble(i);
            if (value < least || (value == least && Math.abs(i - middle) < Math.abs(best - middle))) {
                best = i;
                least = value;
            }
        }
        return best;
    }

    private double variance(int from, int until, IntUnaryOperator pixel) {
        byte[] bgr = picture.bgr();
        double sum = 0;
        double squares = 0;
        for (int i = from; i < until; i++) {
            int green = bgr[pixel.applyAsInt(i) * 3 + 1] & 0xff;
            sum += green;
            squares += green * green;
        }
        double mean = sum / (until - from);
        return squares / (until - from) - mean * mean;
    }
}
