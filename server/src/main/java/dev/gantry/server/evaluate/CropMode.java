package dev.gantry.server.evaluate;

/** What is done with a picture that is one plate with a small margin. */
public enum CropMode {
    /** The reader alone: the whole picture is taken for the plate. */
    READER,
    /** The whole pipeline, as if it were a photo; its most confident plate counts. */
    PIPELINE
}
