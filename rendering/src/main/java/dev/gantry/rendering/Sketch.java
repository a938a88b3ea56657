package dev.gantry.rendering;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Map;

/** Shapes, gradients and text on a picture, in whatever units the graphics' transform sets. */
record Sketch(Graphics2D graphics) {

    void fill(Shape shape, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.fill(shape);
    }

    void fill(Shape shape, int rgb, int alpha) {
        graphics.setColor(new Color(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, alpha));
        graphics.fill(shape);
    }

    /** Fills with a gradient from the shape's top to its bottom. */
    void shade(Shape shape, int upper, int lower) {
        Rectangle2D bounds = shape.getBounds2D();
        graphics.setPaint(new GradientPaint(
                0, (float) bounds.getMinY(), new Color(upper), 0, (float) bounds.getMaxY(), new Color(lower)));
        graphics.fill(shape);
    }

    void line(Shape shape, double thickness, int rgb) {
        graphics.setColor(new Color(rgb));
        graphics.setStroke(new BasicStroke((float) thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Text in the middle of a box, its capitals as high as the box. */
    void print(String text, Typeface face, Rectangle2D box, int rgb) {
        Look look = new Look(1, 0.12, 0.4, false, 0, 1);
        List<Piece> pieces = java.util.stream.IntStream.range(0, text.length())
                .mapToObj(i ->
                        text.charAt(i) == ' ' ? new Piece(' ', "") : new Piece(Piece.RUN, text.substring(i, i + 1)))
                .toList();
        fill(Lettering.set(pieces, face, Map.of(), box, look).path(), rgb);
    }

    static Rectangle2D box(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    static Shape rounded(double x, double y, double w, double h, double radius) {
        return new RoundRectangle2D.Double(x, y, w, h, 2 * radius, 2 * radius);
    }

    static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Path2D polygon(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        path.closePath();
        return path;
    }

    /** The same shape left and right of x 0. */
    static Path2D mirrored(double... xy) {
        Path2D path = polygon(xy);
        double[] other = xy.clone();
        for (int i = 0; i < other.length; i += 2) {
            other[i] = -other[i];
        }
        path.append(polygon(other), false);
        return path;
    }
}
