package dev.gantry.track;

import dev.gantry.grammar.Interpretation;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes one reading of all reads of a vehicle. Every text that a read holds possible is a hypothesis; its score is the
 * weighted sum of the logarithms of what each read gives it, as in a product of experts (G. Hinton, "Products of Experts",
 * ICANN 1999). Reads of other lengths are aligned (as in J. Fiscus' ROVER, 1997), so that a read that lacks a character speaks
 * for the others. "None of these" is a hypothesis, too: reads that only share their doubts make no text sure.
 *
 * <p>Reads of one vehicle are not independent: dirt, a screw or an odd typeface mislead all of them alike. So the weights are
 * scaled to a sum of 1 + ln(sum), which ten good views raise from 1 to 3.3.
 */
final class Fusion {

    /** The least that a read gives to any text, since it may be of another plate. */
    private static final double LEAST = 1e-3;

    /** The other texts that a doubtful read could as well have. */
    private static final double OTHERS = 20;

    /** Errors that all frames of a vehicle share remain, however many there are. */
    private static final double SHARED_ERROR = 0.005;

    private static final int MOST_CANDIDATES = 5;

    /** Less is of no use to anyone. */
    private static final double WORTH_TELLING = 1e-4;

    private final @Nullable PlateGrammar grammar;

    Fusion(@Nullable PlateGrammar grammar) {
        this.grammar = grammar;
    }

    /** One read with its share in the decision. */
    private record Voice(SoftRead read, double weight) {

        Plate plate() {
            return read.read().plate();
        }

        SoftText text() {
            return read.text();
        }

        double probability(String hypothesis) {
            if (hypothesis.equals(plate().text())) {
                return bounded(read.confidence());
            }
            // What a format has settled is no likelier in the picture than what it replaced.
            return bounded(read.confidence() * Math.min(1, read.oddsOf(hypothesis)));
        }

        private static double bounded(double probability) {
            return Math.clamp(probability, LEAST, 1 - LEAST);
        }
    }

    /** What all views together say. Cost O(reads x hypotheses x length squared). */
    Interpretation fuse(Views views, double aspect) {
        List<Voice> voices = voices(views);
        Map<String, Double> scores = scores(voices);
        String best = "";
        double highest = Double.NEGATIVE_INFINITY;
        for (var entry : scores.entrySet()) {
            if (!entry.getKey().isEmpty() && entry.getValue() > highest) {
                best = entry.getKey();
                highest = entry.getValue();
            }
        }
        double sum = 0;
        for (double score : scores.values()) {
            sum += Math.exp(score - highest);
        }
        Reading reading = reading(best, candidates(scores, best, highest, sum), voices);
        return Interpretation.of(reading, aspect, grammar);
    }

    private static List<Voice> voices(Views views) {
        double sum = views.views().stream().mapToDouble(Views.View::weight).sum();
        double scale = sum > 1 ? (1 + Math.log(sum)) / sum : 1 / sum;
        var voices = new ArrayList<Voice>();
        for (Views.View view : views.views()) {
            double each = view.weight() * scale / view.reads().size();
            for (SoftRead kept : view.reads()) {
                voices.add(new Voice(kept, each));
            }
        }
        return voices;
    }

    /** The logarithm of each hypothesis' score; the empty text stands for all others together. */
    private static Map<String, Double> scores(List<Voice> voices) {
        Set<String> hypotheses = hypotheses(voices);
        var scores = new LinkedHashMap<String, Double>();
        hypotheses.forEach(hypothesis -> scores.put(hypothesis, 0.0));
        double others = Math.log(OTHERS);
        for (Voice voice : voices) {
            double rest = 1;
            for (String hypothesis : hypotheses) {
                double probability = voice.probability(hypothesis);
                rest -= probability;
                scores.merge(hypothesis, voice.weight() * Math.log(probability), Double::sum);
            }
            others += voice.weight() * Math.log(Math.max(LEAST, rest) / OTHERS);
        }
        scores.put("", others);
        return scores;
    }

    private static Set<String> hypotheses(List<Voice> voices) {
        var hypotheses = new LinkedHashSet<String>();
        for (Voice voice : voices) {
            hypotheses.add(voice.plate().text());
            hypotheses.add(voice.text().likeliest());
            voice.plate().candidates().stream().limit(3).forEach(candidate -> hypotheses.add(candidate.text()));
        }
        hypotheses.remove("");
        return hypotheses;
    }

    private static List<Candidate> candidates(Map<String, Double> scores, String best, double highest, double sum) {
        return scores.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().equals(best) ? 0 : 1))
                .limit(MOST_CANDIDATES)
                .map(entry ->
                        new Candidate(entry.getKey(), (1 - SHARED_ERROR) * Math.exp(entry.getValue() - highest) / sum))
                .filter(candidate -> candidate.confidence() >= WORTH_TELLING
                        || candidate.text().equals(best))
                .toList();
    }

    private static Reading reading(String text, List<Candidate> candidates, List<Voice> voices) {
        double confidence = candidates.getFirst().confidence();
        List<String> characters = SoftText.characters(text);
        List<Map<String, Double>> rows = rows(characters, voices);
        var alphabet = new TreeSet<String>();
        rows.forEach(row -> alphabet.addAll(row.keySet()));
        List<String> letters = List.copyOf(alphabet);
        var lattice = new ArrayList<double[]>();
        var read = new ArrayList<ReadCharacter>();
        for (int k = 0; k < rows.size(); k++) {
            var row = new double[letters.size()];
            rows.get(k).forEach((letter, probability) -> row[letters.indexOf(letter)] = probability);
            lattice.add(row);
            read.add(new ReadCharacter(
                    characters.get(k), Math.max(confidence, rows.get(k).getOrDefault(characters.get(k), 0.0))));
        }
        return new Reading(text, confidence, read, candidates, new CharacterLattice(letters, lattice));
    }

    /** For each character of the text the distribution that all reads together give its place. */
    private static List<Map<String, Double>> rows(List<String> characters, List<Voice> voices) {
        var partners = voices.stream()
                .map(voice -> voice.text().align(characters).partner())
                .toList();
        var rows = new ArrayList<Map<String, Double>>();
        for (int k = 0; k < characters.size(); k++) {
            var possible = new TreeSet<String>(List.of(characters.get(k)));
            for (int v = 0; v < voices.size(); v++) {
                if (partners.get(v)[k] >= 0) {
                    possible.addAll(voices.get(v)
                            .text()
                            .positions()
                            .get(partners.get(v)[k])
                            .keySet());
                }
            }
            var row = new LinkedHashMap<String, Double>();
            double sum = 0;
            for (String character : possible) {
                double log = 0;
                for (int v = 0; v < voices.size(); v++) {
                    int partner = partners.get(v)[k];
                    if (partner >= 0) {
                        log += voices.get(v).weight()
                                * Math.log(voices.get(v).text().probability(partner, character));
                    }
                }
                row.put(character, Math.exp(log));
                sum += Math.exp(log);
            }
            double all = sum;
            row.replaceAll((_, value) -> value / all);
            rows.add(row);
        }
        return rows;
    }
}
