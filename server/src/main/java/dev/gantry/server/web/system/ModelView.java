package dev.gantry.server.web.system;

import dev.gantry.model.ModelInfo;
import dev.gantry.server.web.reads.Percent;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A model's card as people read it.
 *
 * @param digest the beginning of the SHA-256 of its file
 * @param scores what was measured with it, a line for each set of pictures
 * @param weaknesses what it does not do well, in its card's words
 */
public record ModelView(String name, String task, String digest, String architecture, List<Score> scores, List<String> weaknesses) {

    private static final int DIGEST_LENGTH = 12;

    public ModelView {
        scores = List.copyOf(scores);
        weaknesses = List.copyOf(weaknesses);
    }

    /**
     * What was measured on one set of pictures; a dash for what was not.
     *
     * @param recall share of plates that were found
     * @param strict share of found plates whose whole text is right
     */
    public record Score(String set, String pictures, String recall, String strict, String characterErrors) {

        static Score of(String set, Map<?, ?> measured) {
            return new Score(
                    set,
                    measured.get("images") instanceof Number number ? String.valueOf(number) : "–",
                    share(measured.get("recall")),
                    share(measured.get("strict")),
                    share(measured.get("characterErrorRate")));
        }

        private static String share(@Nullable Object value) {
            return value instanceof Number number ? Percent.of(number.doubleValue()) : "–";
        }
    }

    static ModelView of(ModelInfo model) {
        Map<String, Object> card = model.card();
        return new ModelView(
                model.name(),
                model.task(),
                model.sha256().substring(0, Math.min(DIGEST_LENGTH, model.sha256().length())),
                card.get("architecture") instanceof String text ? text : "",
                card.get("scores") instanceof Map<?, ?> scores ? scores(scores) : List.of(),
                card.get("weaknesses") instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.of());
    }

    private static List<Score> scores(Map<?, ?> scores) {
        return scores.entrySet().stream()
                .flatMap(entry -> entry.getValue() instanceof Map<?, ?> measured
                        ? Stream.of(Score.of(String.valueOf(entry.getKey()), measured))
                        : Stream.empty())
                .toList();
    }
}
