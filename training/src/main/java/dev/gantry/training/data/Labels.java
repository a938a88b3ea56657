package dev.gantry.training.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.training.data.LabelledPicture.LabelledPlate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file of labels: one object a picture, paths relative to a folder. */
public final class Labels {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Labels() {}

    /** @throws IllegalArgumentException when a line is no JSON; the message names it */
    public static List<LabelledPicture> read(Path file, Path folder) throws IOException {
        var pictures = new ArrayList<LabelledPicture>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                pictures.add(picture(folder, parse(line, file, number)));
            }
        }
        return pictures;
    }

    private static JsonNode parse(String line, Path file, int number) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("%s, line %d, is not JSON".formatted(file, number), broken);
        }
    }

    /** The picture that a line describes. */
    public static LabelledPicture picture(Path folder, JsonNode node) {
        var plates = new ArrayList<LabelledPlate>();
        for (JsonNode plate : node.path("plates")) {
            String text = plate.path("text").asText("");
            plates.add(new LabelledPlate(
                    box(plate.path("box")),
                    quad(plate.path("quad")),
                    text.isEmpty() || text.equals("null") ? null : text,
                    quad(plate.path("seen")),
                    plate.path("doubtful").asBoolean()));
        }
        return new LabelledPicture(
                folder.resolve(node.path("image").asText()),
                node.path("set").asText(),
                node.path("kind").asText().equals("scene"),
                node.path("licence").asText().equals("permissive"),
                plates);
    }

    private static @Nullable Box box(JsonNode node) {
        return node.size() != 4
                ? null
                : new Box(
                        node.get(0).asDouble(),
                        node.get(1).asDouble(),
                        node.get(2).asDouble(),
                        node.get(3).asDouble());
    }

    private static @Nullable Quad quad(JsonNode node) {
        return node.size() != 4
                ? null
                : new Quad(point(node.get(0)), point(node.get(1)), point(node.get(2)), point(node.get(3)));
    }

    private static Point point(JsonNode node) {
        return new Point(node.get(0).asDouble(), node.get(1).asDouble());
    }
}
