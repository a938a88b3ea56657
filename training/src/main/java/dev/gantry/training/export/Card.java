package dev.gantry.training.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a model beside its card: what the library must know to run it and what its users must know to trust it. */
public final class Card {

    private static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Card() {}

    /** An empty card of the task ("detector" or "reader"), for the task's own fields. */
    public static ObjectNode of(String task, String name) {
        return JSON.createObjectNode()
                .put("gantryCard", VERSION)
                .put("task", task)
                .put("name", name)
                .put("model", task + ".onnx");
    }

    public static void write(Path folder, ObjectNode card, byte[] model) throws IOException {
        String task = card.path("task").asText();
        Files.write(folder.resolve(task + ".onnx"), model);
        Files.writeString(folder.resolve(task + ".json"), JSON.writeValueAsString(card) + "\n");
    }
}
