package dev.gantry.server.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a file of one JSON object a line; blank lines are skipped, and every fault names its line. */
final class JsonLines {

    /** One line with its place, for error messages. */
    record Line(Path file, int number, JsonNode object) {

        /** A text that must be there. */
        String text(String field) {
            String text = object.path(field).asText("");
            if (text.isEmpty()) {
                throw fault("it has no \"" + field + "\"");
            }
            return text;
        }

        LabelException fault(String what) {
            return new LabelException("%s, line %d: %s.".formatted(file, number, what));
        }
    }

    private final ObjectMapper mapper;

    JsonLines(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    <T> List<T> read(Path file, Function<Line, T> each) {
        var values = new ArrayList<T>();
        try (var reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (!text.isBlank()) {
                    values.add(each.apply(line(file, number, text)));
                }
            }
        } catch (NoSuchFileException e) {
            throw new LabelException("There is no file " + file + ".");
        } catch (CharacterCodingException e) {
            throw new LabelException(file + " is not a text file in UTF-8.");
        } catch (IOException e) {
            throw new LabelException(file + " cannot be read: " + e.getMessage() + ".");
        }
        return values;
    }

    private Line line(Path file, int number, String text) {
        try {
            JsonNode object = mapper.readTree(text);
            var line = new Line(file, number, object);
            if (!object.isObject()) {
                throw line.fault("a JSON object is expected");
            }
            return line;
        } catch (JsonProcessingException e) {
            throw new LabelException(
                    "%s, line %d: this is not JSON (%s).".formatted(file, number, e.getOriginalMessage()));
        }
    }
}
