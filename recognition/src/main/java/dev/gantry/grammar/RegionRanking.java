package dev.gantry.grammar;

import dev.gantry.grammar.Mixture.Weighted;
import dev.gantry.plate.RegionScore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a text may be from.
 *
 * @param likeliest the likeliest regions, best first; a country's score is the sum over its states
 */
record RegionRanking(List<RegionScore> likeliest) {

    /** Nine to one against all others together: the answer stands even if the region is some times rarer than assumed. */
    private static final double CONVINCING = 0.9;

    /** Less is of no use to anyone. */
    private static final double WORTH_TELLING = 0.02;

    private static final int MOST_REGIONS = 5;

    /**
     * @param fitting the shapes that the text fits, with its probability in each as the mass
     * @param anything its probability without any format
     */
    static RegionRanking of(List<Weighted> fitting, double anything) {
        double sum = anything;
        Map<String, Double> masses = new HashMap<>();
        for (Weighted weighted : fitting) {
            sum += weighted.mass();
            String region = weighted.format().region();
            String country = weighted.format().country();
            masses.merge(region, weighted.mass(), Double::sum);
            if (!country.equals(region)) {
                masses.merge(country, weighted.mass(), Double::sum);
            }
        }
        double all = sum;
        return new RegionRanking(masses.entrySet().stream()
                .map(entry -> new RegionScore(entry.getKey(), entry.getValue() / all))
                .filter(region -> region.score() >= WORTH_TELLING)
                .sorted(Comparator.comparingDouble(RegionScore::score)
                        .reversed()
                        .thenComparing(RegionScore::region))
                .limit(MOST_REGIONS)
                .toList());
    }

    /** A state when the text tells it convincingly, otherwise a country if it does that, otherwise null. */
    @Nullable
    String convincing() {
        return likeliest.stream()
                .filter(region -> region.score() >= CONVINCING)
                .map(RegionScore::region)
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }
}
