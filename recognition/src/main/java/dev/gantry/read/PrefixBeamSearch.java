package dev.gantry.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the likeliest texts of CTC frames (A. Hannun et al., "First-Pass Large Vocabulary Continuous Speech Recognition
 * using Bi-Directional Recurrent DNNs", 2014, without its language model). Frame by frame the likeliest beginnings are
 * kept, each with the probability of ending in a blank and of ending in its last character, so that all alignments of a
 * text add up. Cost O(frames x width x likely classes), and as many insertions into the {@value #WIDTH} best.
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
        var start = new Prefix(null, frames.blank(), frames.classes());
        start.endsInBlank = 1;
        List<Prefix> beam = List.of(start);
        for (int t = 0; t < frames.steps(); t++) {
            var touched = new ArrayList<Prefix>();
            int[] likely = frames.likely(t, leastShare);
            for (Prefix prefix : beam) {
                extend(prefix, frames, t, likely, touched);
            }
            beam = best(touched, width);
        }
        return beam.stream()
                .map(prefix -> new Hypothesis(prefix.text(), Math.log(prefix.probability())))
                .toList();
    }

    private static void extend(Prefix prefix, Frames frames, int t, int[] likely, List<Prefix> touched) {
        prefix.touch(t, touched);
        prefix.nextBlank += prefix.probability() * frames.probability(t, frames.blank());
        if (prefix.parent != null) {
            prefix.nextCharacter += prefix.endsInCharacter * frames.probability(t, prefix.symbol);
        }
        for (int c : likely) {
            // The same character again is a new one only after a blank.
            double before = c == prefix.symbol ? prefix.endsInBlank : prefix.probability();
            if (c != frames.blank() && before > 0) {
                Prefix longer = prefix.then(c);
                longer.nextCharacter += before * frames.probability(t, c);
                longer.touch(t, touched);
            }
        }
    }

    /** The likeliest, best first. Most fall out at once, which costs less than to sort them all. */
    private static List<Prefix> best(List<Prefix> touched, int width) {
        var best = new ArrayList<Prefix>(width + 1);
        for (Prefix prefix : touched) {
            prefix.advance();
            int place = best.size();
            while (place > 0 && best.get(place - 1).probability() < prefix.probability()) {
                place--;
            }
            best.add(place, prefix);
            if (best.size() > width) {
                best.removeLast().forget();
            }
        }
        return best;
    }

    /** The beginning of a text; equal beginnings are one object. */
    private static final class Prefix {
        final @Nullable Prefix parent;
        final int symbol;
        private final @Nullable Prefix[] longer;
        private int touchedAt = -1;
        double endsInBlank;
        double endsInCharacter;
        double nextBlank;
        double nextCharacter;

        Prefix(@Nullable Prefix parent, int symbol, int classes) {
            this.parent = parent;
            this.symbol = symbol;
            this.longer = new Prefix[classes];
        }

        double probability() {
            return endsInBlank + endsInCharacter;
        }

        Prefix then(int next) {
            Prefix known = longer[next];
            if (known == null) {
                known = new Prefix(this, next, longer.length);
                longer[next] = known;
            }
            return known;
        }

        /** Notes it as changed by this frame, once. */
        void touch(int frame, List<Prefix> touched) {
            if (touchedAt != frame) {
                touchedAt = frame;
                touched.add(this);
            }
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
