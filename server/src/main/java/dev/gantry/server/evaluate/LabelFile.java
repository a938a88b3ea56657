package dev.gantry.server.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of labels: JSON Lines, one object a picture. Only {@code image} is needed; see {@code docs/evaluation.md}
 * for the other fields. Unknown fields are ignored.
 */
public final class LabelFile {

    private final JsonLines lines;

    public LabelFile(ObjectMapper mapper) {
        lines = new JsonLines(mapper);
    }

    /**
     * The pictures of one file, in its order. Their paths are relative to the file's folder; a picture without a set
     * belongs to a set named like that folder.
     *
     * @throws LabelException when the file cannot be read or a line is not understood
     */
    public List<LabelledPicture> read(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new LabelException(file + " is not a file of labels.");
        }
        Path folderName = folder.getFileName();
        String defaultSet = folderName == null ? "pictures" : folderName.toString();
        return lines.read(file, line -> picture(line, folder, defaultSet));
    }

    private static LabelledPicture picture(JsonLines.Line line, Path folder, String defaultSet) {
        String name = line.text("image");
        JsonNode object = line.object();
        var plates = new ArrayList<LabelledPlate>();
        for (JsonNode plate : object.path("plates")) {
            plates.add(new LabelledPlate(box(line, plate), text(plate)));
        }
        return new LabelledPicture(
                folder.resolve(name), name, object.path("set").asText(defaultSet), kind(line), country(object), plates);
    }

    /** Of a state such as US-CA its country. */
    private static String country(JsonNode object) {
        String code = object.path("country").asText("").strip().toUpperCase(Locale.ROOT);
        int dash = code.indexOf('-');
        return dash < 0 ? code : code.substring(0, dash);
    }

    private static LabelledPicture.Kind kind(JsonLines.Line line) {
        String kind = line.object().path("kind").asText("scene").toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "scene" -> LabelledPicture.Kind.SCENE;
            case "crop" -> LabelledPicture.Kind.CROP;
            default -> throw line.fault("\"kind\" is \"" + kind + "\"; it must be \"scene\" or \"crop\"");
        };
    }

    private static @Nullable String text(JsonNode plate) {
        String text = PlateText.normalize(plate.path("text").asText(""));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Box box(JsonLines.Line line, JsonNode plate) {
        JsonNode box = plate.path("box");
        if (box.isArray()) {
            double[] values = numbers(line, box, 4, "\"box\" must be [x, y, width, height]");
            return new Box(values[0], values[1], values[2], values[3]);
        }
        JsonNode quad = plate.path("quad");
        return quad.isArray() ? quad(line, quad).bounds() : null;
    }

    private static Quad quad(JsonLines.Line line, JsonNode corners) {
        String shape = "\"quad\" must be four points [x, y]";
        if (corners.size() != 4) {
            throw line.fault(shape);
        }
        var points = new ArrayList<Point>();
        for (JsonNode corner : corners) {
            double[] values = numbers(line, corner, 2, shape);
            points.add(new Point(values[0], values[1]));
        }
        return new Quad(points.get(0), points.get(1), points.get(2), points.get(3));
    }

    private static double[] numbers(JsonLines.Line line, JsonNode array, int length, String shape) {
        var values = new double[length];
        for (int i = 0; i < length; i++) {
            if (array.size() != length || !array.path(i).isNumber()) {
                throw line.fault(shape);
            }
            values[i] = array.path(i).asDouble();
        }
        return values;
    }
}
