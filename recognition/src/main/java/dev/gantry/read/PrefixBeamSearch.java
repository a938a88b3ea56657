package dev.gantry.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the likeliest texts of CTC frames (A. Hannun et al., "First-Pass Large Vocabulary Continuous Speech Recognition
 * using Bi-Directional Recurrent DNNs", 2014, without its language model). Frame by frame the likeliest beginnings are
 * kept, each with the probability of ending in a blank and of ending in its last character, so that all alignments of a
 * text add up. Cost O(frames x width x likely classes).
 */
final class PrefixBeamSearch {

    private static final int WIDTH = 10;

    /** A class that is this much less likely than the best of its frame begins no new text. */
    private static final double LEAST_SHARE = 1e-4;

    private PrefixBeamSearch() {}

    /** Up to {@value #WIDTH} texts, best first. */
    static List<Hypothesis> of(Frames frames) {
        return of(frames, WIDTH, LEAST_SHARE);
    }

    static List<Hypothesis> of(Frames frames, int width, double leastShare) {
        List<Prefix> beam = List.of(new Prefix(null, frames.blank()));
        beam.getFirst().endsInBlank = 1;
        for (int t = 0; t < frames.steps(); t++) {
            double least = frames.highest(t) * leastShare;
            var touched = new LinkedHashSet<Prefix>();
            for (Prefix prefix : beam) {
                extend(prefix, frames, t, least, touched);
            }
            beam = best(touched, width);
        }
        return beam.stream()
                .map(prefix -> new Hypothesis(prefix.text(), Math.log(prefix.probability())))
                .toList();
    }

    private static void extend(Prefix prefix, Frames frames, int t, double least, Collection<Prefix> touched) {
        touched.add(prefix);
        prefix.nextBlank += prefix.probability() * frames.probability(t, frames.blank());
        if (prefix.parent != null) {
            prefix.nextCharacter += prefix.endsInCharacter * frames.probability(t, prefix.symbol);
        }
        for (int c = 0; c < frames.classes(); c++) {
            double probability = frames.probability(t, c);
            if (c != frames.blank() && probability >= least) {
                // The same character again is a new one only after a blank.
                double before = c == prefix.symbol ? prefix.endsInBlank : prefix.probability();
                if (before > 0) {
                    Prefix longer = prefix.then(c);
                    longer.nextCharacter += before * probability;
                    touched.add(longer);
                }
            }
        }
    }

    private static List<Prefix> best(Collection<Prefix> touched, int width) {
        touched.forEach(Prefix::advance);
        var sorted = new ArrayList<>(touched);
        sorted.sort(Comparator.comparingDouble(Prefix::probability).reversed());
        for (Prefix dropped : sorted.subList(Math.min(width, sorted.size()), sorted.size())) {
            dropped.forget();
        }
        return List.copyOf(sorted.subList(0, Math.min(width, sorted.size())));
    }

    /** The beginning of a text; equal beginnings are one object. */
    private static final class Prefix {
        final @Nullable Prefix parent;
        final int symbol;
        private final Map<Integer, Prefix> longer = new LinkedHashMap<>();
        double endsInBlank;
        double endsInCharacter;
        double nextBlank;
        double nextCharacter;

        Prefix(@Nullable Prefix parent, int symbol) {
            this.parent = parent;
            this.symbol = symbol;
        }

        double probability() {
            return endsInBlank + endsInCharacter;
        }

        Prefix then(int next) {
            return longer.computeIfAbsent(next, symbolAfter -> new Prefix(this, symbolAfter));
        }

        void advance() {
            endsInBlank = nextBlank;
            endsInCharacter = nextCharacter;
            nextBlank = 0;
            nextCharacter = 0;
        }

        void forget() {
            endsInBlank = 0;
            endsInCharacter = 0;
        }

        List<Integer> text() {
            var symbols = new ArrayList<Integer>();
            for (Prefix prefix = this; prefix.parent != null; prefix = prefix.parent) {
                symbols.add(prefix.symbol);
            }
            Collections.reverse(symbols);
            return symbols;
        }
    }
}
