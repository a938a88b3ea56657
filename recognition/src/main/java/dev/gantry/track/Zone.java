package dev.gantry.track;

import dev.gantry.plate.Point;
import java.util.List;

/**
 * A part of the picture, whatever its size in pixels.
 *
 * @param corners of a polygon, at least three, as shares of the picture's width and height: (0, 0) is its top left corner,
 *     (1, 1) its bottom right one
 */
public record Zone(List<Point> corners) {

    public Zone {
        corners = List.copyOf(corners);
        if (corners.size() < 3) {
            throw new IllegalArgumentException("a zone has at least three corners, not " + corners.size());
        }
    }

    /** Whether it holds a place, by the number of its edges to the right of it (M. Shimrat, "Algorithm 112", 1962). */
    public boolean contains(Point place) {
        boolean inside = false;
        Point from = corners.getLast();
        for (Point to : corners) {
            boolean spans = from.y() > place.y() != to.y() > place.y();
            if (spans && place.x() < from.x() + (to.x() - from.x()) * (place.y() - from.y()) / (to.y() - from.y())) {
                inside = !inside;
            }
            from = to;
        }
        return inside;
    }
}
