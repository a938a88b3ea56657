package dev.gantry.track;

import java.time.Duration;

/**
 * Something that happened to a sighting. For each one: {@code SEEN} first, any of {@code CORRECTED}, {@code LEFT} and
 * {@code RETURNED} in between, {@code CLOSED} last. Each carries all that is known then and replaces the ones before.
 *
 * @param time the time of the frame that brought it
 */
public record SightingEvent(Kind kind, Duration time, Sighting sighting) {

    /** What happened. */
    public enum Kind {
        /** A vehicle whose text is sure enough, or one that has left and was sure enough. */
        SEEN,
        /** A later frame has changed the text. */
        CORRECTED,
        /** The vehicle has gone out of view. */
        LEFT,
        /** It has come back before its sighting was closed. */
        RETURNED,
        /** It has not come back in time: nothing more will come of this sighting. */
        CLOSED
    }
}
