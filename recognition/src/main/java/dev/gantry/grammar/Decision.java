package dev.gantry.grammar;

import dev.gantry.grammar.Choices.Choice;
import dev.gantry.grammar.Mixture.Weighted;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Chooses the text of one reading, and says how sure that is and why. */
final class Decision {

    /**
     * Weight of the formats against the picture. The reader has learned from plates and so knows formats, too: counting them
     * in full would count them twice. On rendered plates and training crops, 0.3 to 0.75 did equally well.
     */
    private static final double FORMAT_WEIGHT = 0.5;

    /** A change must make the text this much more probable: tossing a coin anew helps nobody. */
    private static final double LEAST_GAIN = 2;

    private final Reading reading;
    private final Choices choices;
    private final Mixture mixture;

    /** What each possible text gets: its probability in the picture times a power of its probability as a plate. */
    private final Map<String, Double> scores = new LinkedHashMap<>();

    private final String read;
    private final String best;

    Decision(Reading reading, Choices choices, Mixture mixture) {
        this.reading = reading;
        this.choices = choices;
        this.mixture = mixture;
        read = choices.read();
        for (String text : texts()) {
            scores.put(text, choices.likelihood(text) * prior(text));
        }
        best = best();
    }

    /** The text that was read, and the likeliest of each shape. */
    private Set<String> texts() {
        var texts = new LinkedHashSet<String>();
        texts.add(read);
        if (isOpen()) {
            for (Weighted weighted : mixture.shapes()) {
                String text = weighted.shape().best(choices);
                if (text != null) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }

    private boolean isOpen() {
        for (int i = 0; i < choices.length(); i++) {
            if (choices.isOpen(i)) {
                return true;
            }
        }
        return false;
    }

    private double prior(String text) {
        return Math.pow(mixture.probability(text), FORMAT_WEIGHT);
    }

    /** The best text if it is clearly better than the one that was read. */
    private String best() {
        double least = scores.getOrDefault(read, 0.0) * LEAST_GAIN;
        String found = read;
        for (var entry : scores.entrySet()) {
            if (!entry.getKey().equals(read) && entry.getValue() > least) {
                found = entry.getKey();
                least = entry.getValue();
            }
        }
        return found;
    }

    Interpretation interpretation() {
        List<Weighted> fitting = mixture.fitting(best);
        var regions = RegionRanking.of(fitting, mixture.anything());
        if (scores.size() == 1 && !isOpen()) {
            return new Interpretation(reading, regions.convincing(), regions.likeliest(), List.of());
        }
        return new Interpretation(settled(), regions.convincing(), regions.likeliest(), changes(fitting));
    }

    private Reading settled() {
        var characters = new ArrayList<ReadCharacter>();
        for (int i = 0; i < choices.length(); i++) {
            characters.add(
                    choices.isOpen(i)
                            ? new ReadCharacter(choices.find(i, best.charAt(i)).name(), posterior(i))
                            : reading.characters().get(i));
        }
        List<Candidate> candidates = candidates();
        return new Reading(named(best), candidates.getFirst().confidence(), characters, candidates, reading.lattice());
    }

    /** Of what the picture gives to all choices at an open position, the share of the chosen one, the other positions being right. */
    private double posterior(int position) {
        double open = 0;
        double sum = 0;
        double chosen = 0;
        for (Choice choice : choices.at(position)) {
            String text = replaced(position, choice.sign());
            double score = choice.probability() * prior(text);
            open += choice.probability();
            sum += score;
            if (text.equals(best)) {
                chosen = score;
            }
        }
        return Math.min(1, open) * chosen / sum;
    }

    private String replaced(int position, char sign) {
        return best.substring(0, position) + sign + best.substring(position + 1);
    }

    /** The possible texts share anew what the reader gave to all of them; its texts of other lengths stay as they are. */
    private List<Candidate> candidates() {
        double likelihoods = 0;
        double sum = 0;
        for (var entry : scores.entrySet()) {
            likelihoods += choices.likelihood(entry.getKey());
            sum += entry.getValue();
        }
        double mass = Math.min(1, reading.confidence() * likelihoods);
        var candidates = new LinkedHashMap<String, Candidate>();
        for (var entry : scores.entrySet()) {
            String name = named(entry.getKey());
            candidates.put(name, new Candidate(name, mass * entry.getValue() / sum));
        }
        for (Candidate other : reading.candidates()) {
            candidates.putIfAbsent(other.text(), other);
        }
        String first = named(best);
        return candidates.values().stream()
                .sorted(Comparator.<Candidate, Boolean>comparing(
                                candidate -> !candidate.text().equals(first))
                        .thenComparing(Comparator.comparingDouble(Candidate::confidence)
                                .reversed()))
                .limit(Math.max(1, reading.candidates().size()))
                .toList();
    }

    private List<CharacterChange> changes(List<Weighted> fitting) {
        var changes = new ArrayList<CharacterChange>();
        for (int i = 0; i < choices.length(); i++) {
            if (best.charAt(i) != read.charAt(i)) {
                changes.add(new CharacterChange(
                        i + 1,
                        choices.at(i).getFirst().name(),
                        choices.find(i, best.charAt(i)).name(),
                        because(fitting, replaced(i, read.charAt(i)))));
            }
        }
        return changes;
    }

    /** The commonest format of the text that does not allow the other one. */
    private static String because(List<Weighted> fitting, String other) {
        Weighted reason = fitting.stream()
                .filter(weighted -> !weighted.format().accepts(other))
                .findFirst()
                .orElse(fitting.getFirst());
        return reason.format().region().toUpperCase(Locale.ROOT) + " "
                + reason.shape().outline();
    }

    /** A text with the characters as the alphabet has them. */
    private String named(String text) {
        var named = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            named.append(choices.find(i, text.charAt(i)).name());
        }
        return named.toString();
    }
}
