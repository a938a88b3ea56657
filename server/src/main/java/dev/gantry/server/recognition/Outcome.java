package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Recognition;
import java.util.List;

/** How a picture's way through the service ended. */
public sealed interface Outcome {

    /**
     * It was recognised, with or without plates.
     *
     * @param readIds numbers of the plates' reads in the history, in the order of the plates; empty when none are kept
     * @param elapsedMs time spent on it, decoding included and waiting not, ms
     */
    record Recognized(Seen seen, List<Long> readIds, double elapsedMs) implements Outcome {

        public Recognized {
            readIds = List.copyOf(readIds);
        }

        public Recognized(Seen seen, double elapsedMs) {
            this(seen, List.of(), elapsedMs);
        }

        public Recognition recognition() {
            return seen.recognition();
        }
    }

    /** Anything but a recognised and remembered picture. */
    sealed interface Refused extends Outcome {}

    /** It was recognised, but what was read cannot be stored now. */
    record NotStored(Throwable cause) implements Refused {}

    /** It cannot be decoded. */
    record BadPicture(ImageException fault) implements Refused {}

    /** The models are still being loaded. */
    record NotReady() implements Refused {}

    /** Too many pictures are waiting already. */
    record Overloaded() implements Refused {}

    /** It took longer than allowed, waiting included. */
    record TimedOut() implements Refused {}

    /** Whoever sent it no longer waits for the answer. */
    record Abandoned() implements Refused {}

    /** A fault of ours. */
    record Failed(Throwable cause) implements Refused {}
}
