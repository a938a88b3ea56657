package dev.gantry.server.cli;

import dev.gantry.server.json.ErrorJson;
import dev.gantry.server.json.RecognitionJson;

/** What became of one input. */
sealed interface Outcome {

    record Recognized(RecognitionJson recognition) implements Outcome {}

    record Failed(ErrorJson error) implements Outcome {}
}
