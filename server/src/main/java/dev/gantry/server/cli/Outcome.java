package dev.gantry.server.cli;

import dev.gantry.server.json.ErrorJson;
import dev.gantry.server.json.RecognitionJson;
import dev.gantry.server.json.SightingJson;

/** What became of one input. */
sealed interface Outcome {

    record Recognized(RecognitionJson recognition) implements Outcome {}

    /** One vehicle of a video; there may be many. */
    record Sighted(SightingJson sighting) implements Outcome {}

    /** A video without any. */
    record NothingSighted(String source) implements Outcome {}

    record Failed(ErrorJson error) implements Outcome {}
}
