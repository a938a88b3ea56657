package dev.gantry.plate;

import java.util.List;

/** The four corners of a plate as its reader sees them: clockwise from the top left corner of its text. */
public record Quad(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {

    public static Quad of(Box box) {
        return new Quad(
                new Point(box.x(), box.y()),
                new Point(box.right(), box.y()),
                new Point(box.right(), box.bottom()),
                new Point(box.x(), box.bottom()));
    }

    public List<Point> corners() {
        return List.of(topLeft, topRight, bottomRight, bottomLeft);
    }

    /** Mean length of the top and bottom edges, px. */
    public double width() {
        return (topLeft.distanceTo(topRight) + bottomLeft.distanceTo(bottomRight)) / 2;
    }

    /** Mean length of the left and right edges, px. */
    public double height() {
        return (topLeft.distanceTo(bottomLeft) + topRight.distanceTo(bottomRight)) / 2;
    }

    /** Width divided by height; 0 when it has no height. */
    public double aspect() {
        return height() > 0 ? width() / height() : 0;
    }

    /** Angle of the text line against the horizontal in degrees, positive when it falls to the right. */
    public double tiltDegrees() {
        Point left = topLeft.towards(bottomLeft, 0.5);
        Point right = topRight.towards(bottomRight, 0.5);
        return Math.toDegrees(Math.atan2(right.y() - left.y(), right.x() - left.x()));
    }

    /** The smallest upright box that holds all corners. */
    public Box bounds() {
        double left = Math.min(Math.min(topLeft.x(), topRight.x()), Math.min(bottomRight.x(), bottomLeft.x()));
        double right = Math.max(Math.max(topLeft.x(), topRight.x()), Math.max(bottomRight.x(), bottomLeft.x()));
        double top = Math.min(Math.min(topLeft.y(), topRight.y()), Math.min(bottomRight.y(), bottomLeft.y()));
        double bottom = Math.max(Math.max(topLeft.y(), topRight.y()), Math.max(bottomRight.y(), bottomLeft.y()));
        return new Box(left, top, right - left, bottom - top);
    }

    /** Shifted by (dx, dy) after scaling both axes about the origin. */
    public Quad scaled(double scaleX, double scaleY, double dx, double dy) {
        return new Quad(
                new Point(topLeft.x() * scaleX + dx, topLeft.y() * scaleY + dy),
                new Point(topRight.x() * scaleX + dx, topRight.y() * scaleY + dy),
                new Point(bottomRight.x() * scaleX + dx, bottomRight.y() * scaleY + dy),
                new Point(bottomLeft.x() * scaleX + dx, bottomLeft.y() * scaleY + dy));
    }

    /**
     * Grown outwards along its own edges.
     *
     * @param marginX share of the width added on the left and again on the right (0.04 = 4 %)
     * @param marginY share of the height added above and again below
     */
    public Quad grown(double marginX, double marginY) {
        return new Quad(
                at(-marginX, -marginY),
                at(1 + marginX, -marginY),
                at(1 + marginX, 1 + marginY),
                at(-marginX, 1 + marginY));
    }

    /**
     * Leaning: the top edge moved along itself and the bottom edge by as much the other way.
     *
     * @param share of the width by which each edge moves; above 0 the top moves to the right
     */
    public Quad slanted(double share) {
        return new Quad(at(share, 0), at(1 + share, 0), at(1 - share, 1), at(-share, 1));
    }

    /** The point at share {@code u} of the way from left to right and {@code v} from top to bottom, bilinear. */
    private Point at(double u, double v) {
        return topLeft.towards(topRight, u).towards(bottomLeft.towards(bottomRight, u), v);
    }
}
