package dev.gantry.read;

import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * From a head's classes to characters.
 *
 * @param characters the alphabet in the order of the classes, the blank left out
 * @param blank index of the blank among the classes
 */
record Alphabet(List<String> characters, int blank, Calibration calibration) {

    /** More texts than this are of no use to anyone. */
    private static final int MOST_CANDIDATES = 5;

    Reading reading(Head head) {
        List<Hypothesis> hypotheses = head.hypotheses();
        List<Integer> best = hypotheses.getFirst().text();
        double[][] positions = head.positions(best);
        double confidence = best.isEmpty() ? 0 : confidence(hypotheses.getFirst());
        var rows = new ArrayList<double[]>();
        var read = new ArrayList<ReadCharacter>();
        for (int k = 0; k < positions.length; k++) {
            rows.add(withoutBlank(positions[k]));
            // A text cannot be surer than its characters; calibration looks at the text alone.
            double sure = Math.max(confidence, positions[k][best.get(k)]);
            read.add(new ReadCharacter(character(best.get(k)), sure));
        }
        return new Reading(
                text(best), confidence, read, candidates(hypotheses), new CharacterLattice(characters, rows));
    }

    private List<Candidate> candidates(List<Hypothesis> hypotheses) {
        if (hypotheses.getFirst().text().isEmpty()) {
            return List.of();
        }
        // What calibration leaves to the other texts they share as before: all probabilities together stay below 1.
        double best = Math.exp(hypotheses.getFirst().logProbability());
        double confidence = confidence(hypotheses.getFirst());
        double share = (1 - confidence) / Math.max(Distribution.LEAST, 1 - best);
        return hypotheses.stream()
                .filter(hypothesis -> !hypothesis.text().isEmpty())
                .limit(MOST_CANDIDATES)
                .map(hypothesis -> new Candidate(
                        text(hypothesis.text()),
                        hypothesis == hypotheses.getFirst()
                                ? confidence
                                : Math.min(confidence, Math.exp(hypothesis.logProbability()) * share)))
                .toList();
    }

    private double confidence(Hypothesis hypothesis) {
        return calibration.of(Math.exp(hypothesis.logProbability()));
    }

    private String text(List<Integer> classes) {
        var text = new StringBuilder();
        classes.forEach(index -> text.append(character(index)));
        return text.toString();
    }

    private String character(int index) {
        return characters.get(index < blank ? index : index - 1);
    }

    private double[] withoutBlank(double[] row) {
        var without = new double[characters.size()];
        System.arraycopy(row, 0, without, 0, blank);
        System.arraycopy(row, blank + 1, without, blank, without.length - blank);
        return without;
    }
}
