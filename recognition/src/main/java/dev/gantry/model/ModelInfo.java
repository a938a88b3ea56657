package dev.gantry.model;

import java.util.Map;

/**
 * Which model is in use.
 *
 * @param name the name in its card
 * @param task what it does: "detector" or "reader"
 * @param sha256 digest of the ONNX file in hexadecimal, empty for a part that is no model
 * @param card all that its card says, description fields included; empty for a part that is no model
 */
public record ModelInfo(String name, String task, String sha256, Map<String, Object> card) {

    /** A detector or reader that a program brought along. */
    public static ModelInfo ofOwnPart(String task) {
        return new ModelInfo("own " + task, task, "", Map.of());
    }
}
