package dev.gantry.training.data;

import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.awt.geom.Point2D;
import java.util.List;

/** From the renderer's corners to the library's. */
public final class Corners {

    private Corners() {}

    /** @param corners four, clockwise from the text's top left */
    public static Quad quad(List<Point2D> corners) {
        return new Quad(point(corners.get(0)), point(corners.get(1)), point(corners.get(2)), point(corners.get(3)));
    }

    private static Point point(Point2D corner) {
        return new Point(corner.getX(), corner.getY());
    }
}
