package dev.gantry.track;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import java.time.Duration;
import java.util.List;

/**
 * Text that never moves, such as the camera's name burnt into its picture: a suggestion for a zone to leave out.
 *
 * @param box where it is, px
 * @param mask a zone that covers it with some margin, to be excluded
 * @param text as last read
 * @param since when it was first seen
 * @param lastSeen when it was last seen
 * @param reads how often it was read
 */
public record StaticText(Box box, Zone mask, String text, Duration since, Duration lastSeen, long reads) {

    /** Of the text's height; what is read of burnt-in text is often a part of it. */
    private static final double MARGIN = 0.5;

    static Zone mask(Box box, int width, int height) {
        double margin = MARGIN * box.height();
        double left = Math.max(0, box.x() - margin) / width;
        double top = Math.max(0, box.y() - margin) / height;
        double right = Math.min(width, box.right() + margin) / width;
        double bottom = Math.min(height, box.bottom() + margin) / height;
        return new Zone(List.of(
                new Point(left, top), new Point(right, top), new Point(right, bottom), new Point(left, bottom)));
    }

    boolean isAt(Box other) {
        return Course.isSamePlace(box, other);
    }

    StaticText seenAgain(PlateRead read) {
        return new StaticText(box, mask, read.plate().text(), since, read.time(), reads + 1);
    }
}
