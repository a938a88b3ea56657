package dev.gantry.plate;

/** A place in a picture, in pixels from its top left corner; (0, 0) is the corner itself, not a pixel's centre. */
public record Point(double x, double y) {

    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    public Point plus(double dx, double dy) {
        return new Point(x + dx, y + dy);
    }

    /** The point at {@code t} of the way (0 to 1) to {@code other}. */
    public Point towards(Point other, double t) {
        return new Point(x + (other.x - x) * t, y + (other.y - y) * t);
    }
}
