package dev.gantry.track;

import dev.gantry.plate.Box;
import java.time.Duration;

/**
 * Text that never moves, such as the camera's name burnt into its picture: a suggestion for a zone to leave out.
 *
 * @param text as last read
 * @param since when it was first seen
 * @param lastSeen when it was last seen
 * @param reads how often it was read
 */
public record StaticText(Box box, String text, Duration since, Duration lastSeen, long reads) {

    boolean isAt(Box other) {
        return Course.isSamePlace(box, other);
    }

    StaticText seenAgain(PlateRead read) {
        return new StaticText(box, read.plate().text(), since, read.time(), reads + 1);
    }
}
