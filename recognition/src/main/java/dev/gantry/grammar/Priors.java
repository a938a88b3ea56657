package dev.gantry.grammar;

import dev.gantry.grammar.Mixture.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How common each shape is. A country counts by the square root of its vehicles, half-way between "all countries alike" and
 * "all vehicles alike", for nobody knows where a camera stands; its states share that by their vehicles, and a region's formats by
 * their weights.
 */
final class Priors {

    /** Share of the plates that follow a format which a hint moves to the hinted regions. */
    private static final double HINTED = 0.9;

    /**
     * Spread of a measured aspect's logarithm about the plate's own: a plate seen from 40 degrees aside is a quarter narrower,
     * and boxes are loose.
     */
    private static final double ASPECT_SPREAD = 0.3;

    /** A wrong aspect, as of a half-hidden plate, never rules a format out. */
    private static final double LEAST_ASPECT = 0.1;

    private final Map<Integer, List<Weighted>> byLength;

    private Priors(Map<Integer, List<Weighted>> byLength) {
        this.byLength = byLength;
    }

    /** @param hinted regions and countries that the plates are likely from; empty when that is not known */
    static Priors of(List<PlateFormat> formats, Set<String> hinted) {
        var countryVehicles = new HashMap<String, Double>();
        var seen = new HashMap<String, Double>();
        for (PlateFormat format : formats) {
            if (seen.put(format.region(), format.vehicles()) == null) {
                countryVehicles.merge(format.country(), format.vehicles(), Double::sum);
            }
        }
        var weights = new double[formats.size()];
        double inside = 0;
        double outside = 0;
        for (int i = 0; i < weights.length; i++) {
            PlateFormat format = formats.get(i);
            weights[i] =
                    format.share() * format.vehicles() / Math.sqrt(countryVehicles.getOrDefault(format.country(), 1.0));
            if (isHinted(format, hinted)) {
                inside += weights[i];
            } else {
                outside += weights[i];
            }
        }
        var byLength = new HashMap<Integer, List<Weighted>>();
        for (int i = 0; i < weights.length; i++) {
            PlateFormat format = formats.get(i);
            double share = inside == 0
                    ? weights[i] / outside
                    : isHinted(format, hinted) ? HINTED * weights[i] / inside : (1 - HINTED) * weights[i] / outside;
            double each = (1 - Mixture.ANYTHING) * share / format.shapes().size();
            for (Shape shape : format.shapes()) {
                byLength.computeIfAbsent(shape.length(), _ -> new ArrayList<>()).add(new Weighted(format, shape, each));
            }
        }
        return new Priors(byLength);
    }

    private static boolean isHinted(PlateFormat format, Set<String> hinted) {
        return hinted.contains(format.region()) || hinted.contains(format.country());
    }

    /**
     * @param aspect the plate's width divided by its height, 0 when it is not known
     */
    Mixture mixture(int length, double aspect) {
        List<Weighted> shapes = byLength.getOrDefault(length, List.of());
        if (!(aspect > 0)) {
            return new Mixture(shapes, length);
        }
        var seen = new ArrayList<Weighted>(shapes.size());
        for (Weighted weighted : shapes) {
            double mass = weighted.mass() * aspectFactor(weighted.format(), aspect);
            seen.add(new Weighted(weighted.format(), weighted.shape(), mass));
        }
        return new Mixture(seen, length);
    }

    private static double aspectFactor(PlateFormat format, double aspect) {
        double nearest = Double.POSITIVE_INFINITY;
        for (double own : format.aspects()) {
            nearest = Math.min(nearest, Math.abs(Math.log(aspect / own)));
        }
        double spread = nearest / ASPECT_SPREAD;
        return LEAST_ASPECT + (1 - LEAST_ASPECT) * Math.exp(-spread * spread / 2);
    }
}
