package dev.gantry.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gantry train describe}: completes a model's card with what its users must know to trust it. */
@Command(
        name = "describe",
        description = "Adds data, licences, weaknesses and measured scores to a model's card.",
        mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {

    private static final List<String> FIGURES = List.of(
            "recall", "reported", "strict", "folded", "characterErrorRate", "extraPerImage", "calibrationError");

    private static final double ROUNDING = 1e4;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Parameters(paramLabel = "CARD", description = "The card: detector.json or reader.json.")
    private @Nullable Path card;

    @Option(
            names = "--scores",
            paramLabel = "FILE",
            description = "What gantry evaluate --json has written with this model.")
    private @Nullable Path scores;

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(card);
        var node = (ObjectNode) JSON.readTree(file.toFile());
        node.setAll((ObjectNode) description(node.path("task").asText()));
        if (scores != null) {
            node.set("scores", scores(JSON.readTree(scores.toFile()).path("all")));
        }
        Files.writeString(file, JSON.writeValueAsString(node) + "\n");
        return 0;
    }

    /** Each set's figures, rounded; what a set has no figure for is left out. */
    private static ObjectNode scores(JsonNode report) {
        ObjectNode all = JSON.createObjectNode();
        for (String rows : List.of("sets", "overall")) {
            for (JsonNode row : report.path(rows)) {
                ObjectNode set = all.putObject(row.path("name").asText());
                set.put("images", row.path("score").path("images").asInt());
                for (String figure : FIGURES) {
                    JsonNode value = row.path("score").path(figure);
                    if (value.isNumber()) {
                        set.put(figure, Math.round(value.asDouble() * ROUNDING) / ROUNDING);
                    }
                }
            }
        }
        return all;
    }

    private static JsonNode description(String task) throws IOException {
        String name = task + "-card.json";
        try (InputStream in = DescribeCommand.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no description for a " + task);
            }
            return JSON.readTree(in);
        }
    }
}
