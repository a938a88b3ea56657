package dev.gantry.plate;

/**
 * A candidate that did not become a plate, and why: no miss is silent.
 *
 * @param detail the reason in words with its figures, such as {@code "6 px high, at least 8 are needed"}
 * @param text what was read of it, empty when it was not read
 */
public record Rejection(Box box, Quad quad, double detectionScore, Reason reason, String detail, String text) {

    /** Why a candidate is not reported. */
    public enum Reason {
        /** Too few pixels to be read. */
        TOO_SMALL,
        /** The detector's or the reader's confidence is below the threshold. */
        LOW_CONFIDENCE,
        /** Nothing, or too little, could be read. */
        UNREADABLE,
        /** Another candidate covers the same plate and is believed more. */
        DUPLICATE,
        /** In video: too blurred to be read surely. */
        BLURRED,
        /** In video: larger than plates are to be. */
        TOO_LARGE,
        /** In video: not where plates are to be looked for. */
        OUTSIDE,
        /** In video: text that never moves, such as the camera's clock or name. */
        STATIC,
        /** In video: a vehicle that stands still and has been reported. */
        PARKED
    }
}
