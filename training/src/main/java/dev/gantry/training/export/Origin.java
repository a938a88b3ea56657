package dev.gantry.training.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gantry.plate.PlainLetters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class of a reader stems from when the reader is to tell more characters than an older one.
 *
 * @param old the class of the older reader; negative for none, which gives NaN
 * @param fresh it is a new one, which is hardly ever believed at first
 */
record Origin(int old, boolean fresh) {

    /** The same, but nothing where the class is a new one. */
    Origin known() {
        return fresh ? new Origin(-1, true) : this;
    }

    /**
     * Of each class, the blank being the last in both: its own class, or that of the plain letter for a new one with dots.
     *
     * @throws IllegalArgumentException when a character is neither in the older alphabet nor one with dots
     */
    static List<Origin> of(List<String> older, List<String> now) {
        var origins = new ArrayList<Origin>();
        for (String character : now) {
            boolean fresh = !older.contains(character);
            int old = older.indexOf(fresh ? PlainLetters.of(character) : character);
            if (old < 0) {
                throw new IllegalArgumentException("the older reader knows no " + character);
            }
            origins.add(new Origin(old, fresh));
        }
        origins.add(new Origin(older.size(), false));
        return origins;
    }

    /** The alphabet in the card beside a model; empty when there is none. */
    static List<String> alphabet(Path model) throws IOException {
        Path card = model.resolveSibling(String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "") + ".json");
        var alphabet = new ArrayList<String>();
        if (Files.exists(card)) {
            JsonNode characters = new ObjectMapper().readTree(card.toFile()).path("alphabet");
            characters.forEach(character -> alphabet.add(character.asText()));
        }
        return alphabet;
    }
}
