package dev.gantry.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How probable a text of one length is before the picture is seen: the sum over all shapes of how common the shape is times
 * how probable the text is in it, and a small share for any characters at all, so that nothing is impossible.
 */
final class Mixture {

    /** Share of plates that follow no format that we know: vanity plates, diplomats, countries that are not listed. */
    static final double ANYTHING = 0.1;

    private static final double ANY_CHARACTER = 1.0 / (PatternParser.LETTERS + PatternParser.DIGITS).length();

    /** Texts of anything have some 3 to 10 characters, all lengths alike. */
    private static final double ANY_LENGTH = 1.0 / 8;

    /**
     * @param mass how common the shape is, all of them and {@link #ANYTHING} adding up to 1
     */
    record Weighted(PlateFormat format, Shape shape, double mass) {}

    private final List<Weighted> shapes;
    private final double anything;

    /** @param shapes all of the given length */
    Mixture(List<Weighted> shapes, int length) {
        this.shapes = shapes;
        this.anything = ANYTHING * ANY_LENGTH * Math.pow(ANY_CHARACTER, length);
    }

    double anything() {
        return anything;
    }

    double probability(String text) {
        double sum = anything;
        for (Weighted weighted : shapes) {
            if (weighted.shape.fits(text)) {
                sum += weighted.mass * weighted.shape.probability();
            }
        }
        return sum;
    }

    /** The shapes that the text fits with their parts of its probability as masses, the largest first. */
    List<Weighted> fitting(String text) {
        var fitting = new ArrayList<Weighted>();
        for (Weighted weighted : shapes) {
            if (weighted.shape.fits(text)) {
                fitting.add(
                        new Weighted(weighted.format, weighted.shape, weighted.mass * weighted.shape.probability()));
            }
        }
        fitting.sort(Comparator.comparingDouble(Weighted::mass).reversed());
        return fitting;
    }

    List<Weighted> shapes() {
        return shapes;
    }
}
