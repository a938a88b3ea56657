package dev.gantry.plate;

/** An upright rectangle in pixels: its top left corner and its size. */
public record Box(double x, double y, double width, double height) {

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double area() {
        return Math.max(0, width) * Math.max(0, height);
    }

    public Point center() {
        return new Point(x + width / 2, y + height / 2);
    }

    /** The area that both boxes cover, in square pixels. */
    public double intersection(Box other) {
        double w = Math.min(right(), other.right()) - Math.max(x, other.x);
        double h = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
        return w > 0 && h > 0 ? w * h : 0;
    }

    /** Intersection over union, 0 to 1. */
    public double iou(Box other) {
        double both = intersection(other);
        double union = area() + other.area() - both;
        return union > 0 ? both / union : 0;
    }

    /** This box cut to a picture of the given size; its width or height is 0 when it lies outside. */
    public Box clip(double pictureWidth, double pictureHeight) {
        double left = Math.clamp(x, 0, pictureWidth);
        double top = Math.clamp(y, 0, pictureHeight);
        double newRight = Math.clamp(right(), 0, pictureWidth);
        double newBottom = Math.clamp(bottom(), 0, pictureHeight);
        return new Box(left, top, newRight - left, newBottom - top);
    }
}
