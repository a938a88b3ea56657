package dev.gantry.server.web.reads;

import dev.gantry.plate.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One character of a plate and how sure it is, as far as the candidates that were kept tell.
 *
 * @param rivals other characters that candidates have there, with their probabilities, likeliest first
 */
public record Letter(String character, double confidence, List<Rival> rivals) {

    /** Characters below these are marked, in two strengths. */
    private static final double SURE = 0.95;

    private static final double LIKELY = 0.8;

    /** What is less likely helps nobody. */
    private static final double WORTH_SHOWING = 0.005;

    public Letter {
        rivals = List.copyOf(rivals);
    }

    /** Another character that may stand there. */
    public record Rival(String character, double probability) {}

    /** How it is marked: {@code sure}, {@code unsure} or {@code doubtful}. */
    public String mark() {
        if (confidence >= SURE) {
            return "sure";
        }
        return confidence >= LIKELY ? "unsure" : "doubtful";
    }

    /**
     * The characters of a text. Candidates of the same length vote at each place with their probability; what is left for
     * texts that nobody kept is taken to be wrong in one character, which may be any.
     */
    public static List<Letter> of(String text, double confidence, List<Candidate> candidates) {
        List<String> own = characters(text);
        Map<String, Double> texts = new TreeMap<>();
        candidates.forEach(candidate -> texts.put(candidate.text(), candidate.confidence()));
        texts.putIfAbsent(text, confidence);
        double kept = texts.values().stream().mapToDouble(Double::doubleValue).sum();
        double scale = Math.max(1, kept); // rounding may have taken them beyond 1
        double unknown = Math.max(0, 1 - kept) * (1 - 1.0 / Math.max(1, own.size()));
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            Map<String, Double> votes = new TreeMap<>();
            for (var entry : texts.entrySet()) {
                List<String> other = characters(entry.getKey());
                if (other.size() == own.size()) {
                    votes.merge(other.get(i), entry.getValue() / scale, Double::sum);
                }
            }
            String character = own.get(i);
            double sure = Math.min(1, votes.getOrDefault(character, 0.0) + unknown);
            votes.remove(character);
            letters.add(new Letter(character, sure, rivals(votes)));
        }
        return List.copyOf(letters);
    }

    private static List<Rival> rivals(Map<String, Double> votes) {
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() >= WORTH_SHOWING)
                .map(vote -> new Rival(vote.getKey(), vote.getValue()))
                .sorted((a, b) -> Double.compare(b.probability(), a.probability()))
                .toList();
    }

    /** The characters that people see, each as a text. */
    public static List<String> characters(String text) {
        return text.codePoints().mapToObj(Character::toString).toList();
    }
}
