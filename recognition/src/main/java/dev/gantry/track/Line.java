package dev.gantry.track;

import dev.gantry.plate.Point;

/**
 * A line across the way, from shares of the picture's width and height to others. Who passes from its left to its right, as
 * seen by one who looks along it, goes {@link Direction#IN}; the other way is {@link Direction#OUT}.
 */
public record Line(Point from, Point to) {

    public Line {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a line's ends must differ");
        }
    }

    /** Above 0 on the right, below on the left; y grows downwards. */
    double side(Point place) {
        return side(from, to, place);
    }

    /** Whether the way between two places crosses the line itself, not only its continuation. */
    boolean isCrossed(Point before, Point after) {
        boolean isOnRight = side(after) > 0; // on the line itself counts as left, so that no way across it is missed
        return side(before) > 0 != isOnRight && side(before, after, from) * side(before, after, to) <= 0;
    }

    private static double side(Point from, Point to, Point place) {
        return (to.x() - from.x()) * (place.y() - from.y()) - (to.y() - from.y()) * (place.x() - from.x());
    }
}
