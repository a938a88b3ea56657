package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Recognition;

/** How a picture's way through the service ended. */
public sealed interface Outcome {

    /**
     * It was recognised, with or without plates.
     *
     * @param elapsedMs time spent on it, decoding included and waiting not, ms
     */
    record Recognized(Recognition recognition, double elapsedMs) implements Outcome {}

    /** It cannot be decoded. */
    record BadPicture(ImageException fault) implements Outcome {}

    /** The models are still being loaded. */
    record NotReady() implements Outcome {}

    /** Too many pictures are waiting already. */
    record Overloaded() implements Outcome {}

    /** It took longer than allowed, waiting included. */
    record TimedOut() implements Outcome {}

    /** Whoever sent it no longer waits for the answer. */
    record Abandoned() implements Outcome {}

    /** A fault of ours. */
    record Failed(Throwable cause) implements Outcome {}
}
