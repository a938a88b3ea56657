package dev.gantry.server.dialect.codeproject;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The bodies of this dialect's answers. */
final class Answers {

    private Answers() {}

    /**
     * What was found in a picture.
     *
     * @param predictions best first
     * @param plates their texts
     * @param image the best one's picture as a data URI, not written when there is none
     * @param processMs time in this server, ms
     * @param inferenceMs time of it for recognition, ms
     * @param duration the same as {@code processMs} with two decimals, as newer versions of Easy-local-ALPR have it
     */
    record Found(
            boolean success,
            long processMs,
            long inferenceMs,
            double duration,
            List<Prediction> predictions,
            int count,
            List<String> plates,
            String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String image,

            @JsonUnwrapped Envelope envelope) {

        /** More labels are not told in the message. */
        private static final int MOST_LABELS = 3;

        private static final double HUNDREDTHS = 100;

        Found {
            predictions = List.copyOf(predictions);
            plates = List.copyOf(plates);
        }

        /** @param predictions best first */
        static Found of(String command, List<Prediction> predictions, double inferenceMs, Stopwatch stopwatch) {
            double ms = stopwatch.ms();
            return new Found(
                    true,
                    Math.round(ms),
                    Math.round(inferenceMs),
                    Math.round(ms * HUNDREDTHS) / HUNDREDTHS,
                    predictions,
                    predictions.size(),
                    predictions.stream().map(Prediction::plate).toList(),
                    message(predictions),
                    predictions.isEmpty() ? null : predictions.getFirst().image(),
                    Envelope.of(200, command, stopwatch));
        }

        private static String message(List<Prediction> predictions) {
            if (predictions.isEmpty()) {
                return "No plates found";
            }
            String labels = predictions.stream()
                    .limit(MOST_LABELS)
                    .map(Prediction::label)
                    .collect(Collectors.joining(", ", "Found ", ""));
            return predictions.size() > MOST_LABELS ? labels + "..." : labels;
        }
    }

    /** @param message the same in more words, for people */
    record Failed(
            boolean success,
            String error,
            String message,
            @JsonUnwrapped Envelope envelope) {}

    /** The names under which {@code /v1/vision/custom/NAME} finds something. */
    record Models(
            boolean success,
            List<String> models,
            @JsonUnwrapped Envelope envelope) {
        Models {
            models = List.copyOf(models);
        }
    }

    /** @param image the picture with its cells drawn on it, as a data URI */
    record GridImage(String image) {}
}
