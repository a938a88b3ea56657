package dev.gantry.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An ONNX model's bytes with its card, from the shipped resources or from a user's folder. */
public final class ModelFile {

    private static final String CARD_ENDING = ".json";

    private final ModelCard card;
    private final String source;
    private final byte[] onnx;

    private ModelFile(ModelCard card, String source, byte[] onnx) {
        this.card = card;
        this.source = source;
        this.onnx = onnx;
    }

    /**
     * A model that comes with Gantry.
     *
     * @param task "detector" or "reader"
     */
    public static ModelFile shipped(String task) {
        var card = ModelCard.parse(task + CARD_ENDING, resource(task, task + CARD_ENDING));
        String name = card.text("model");
        return checked(task, new ModelFile(card, name, resource(task, name)));
    }

    /**
     * A user's own model.
     *
     * @param path the ONNX file, whose card has the same name with the ending .json, or the card, which names the ONNX
     *     file beside it in its field "model"
     * @param task "detector" or "reader", which the card must agree with
     */
    public static ModelFile at(Path path, String task) {
        boolean isCard = path.toString().endsWith(CARD_ENDING);
        Path cardPath = isCard ? path : path.resolveSibling(stem(path) + CARD_ENDING);
        if (!Files.isRegularFile(path)) {
            throw missing("There is no model at " + path + ".", null);
        }
        if (!Files.isRegularFile(cardPath)) {
            throw missing(
                    "The model " + path + " has no card. Put a file " + cardPath.getFileName()
                            + " beside it that tells its input and output; the shipped " + task + CARD_ENDING
                            + " is an example.",
                    null);
        }
        var card = ModelCard.parse(String.valueOf(cardPath.getFileName()), read(cardPath));
        Path model = isCard ? path.resolveSibling(card.text("model")) : path;
        return checked(task, new ModelFile(card, model.toString(), read(model)));
    }

    public ModelCard card() {
        return card;
    }

    /** Where the ONNX bytes came from, for errors. */
    String source() {
        return source;
    }

    byte[] onnx() {
        return onnx;
    }

    public ModelInfo info() {
        return new ModelInfo(card.text("name", source), card.text("task"), sha256(), card.all());
    }

    private String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(onnx));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static ModelFile checked(String task, ModelFile file) {
        String found = file.card.text("task");
        if (!found.equals(task)) {
            throw file.card.wrong("task", '"' + task + '"', '"' + found + '"');
        }
        return file;
    }

    private static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static byte[] read(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw missing("The file " + path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String task, String name) {
        try (InputStream stream = ModelFile.class.getResourceAsStream("/models/" + name)) {
            if (stream == null) {
                throw missing(
                        "This build of Gantry has no " + task + " model (models/" + name
                                + " is not in it). Name a model of your own, or use a complete build.",
                        null);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw missing("The shipped file models/" + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ModelException missing(String message, @Nullable Exception cause) {
        return new ModelException(ModelException.Code.MISSING, message, cause);
    }
}
