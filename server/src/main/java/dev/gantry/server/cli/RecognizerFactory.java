package dev.gantry.server.cli;

import dev.gantry.PlateRecognizer;
import dev.gantry.RecognizerOptions;

/** Makes the recogniser that a command works with. */
@FunctionalInterface
public interface RecognizerFactory {

    /**
     * @throws dev.gantry.model.ModelException when a model is missing or unfit
     */
    PlateRecognizer create(RecognizerOptions options);
}
