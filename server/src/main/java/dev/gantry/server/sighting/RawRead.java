package dev.gantry.server.sighting;

import dev.gantry.plate.Box;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read in one frame, before all frames were taken together.
 *
 * @param confidence probability that the whole text is right, 0 to 1
 * @param sharpness how sharp the plate is, 0 to 1
 * @param box upright box around the plate, px
 * @param strip the plate alone, small and upright, JPEG; null when none is kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RawRead(
        Instant time, String text, double confidence, double sharpness, Box box, byte @Nullable [] strip) {

    /** Without a strip. */
    public RawRead(Instant time, String text, double confidence, double sharpness, Box box) {
        this(time, text, confidence, sharpness, box, null);
    }
}
