package dev.gantry.image;

import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;

/**
 * The perspective map of the unit square onto a quad: (0, 0) to its top left, (1, 1) to its bottom right corner.
 * Closed form after P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.
 */
public final class Homography {

    private static final double PARALLEL = 1e-9;

    private final double a;
    private final double b;
    private final double c;
    private final double d;
    private final double e;
    private final double f;
    private final double g;
    private final double h;

    private Homography(Quad quad) {
        Point p0 = quad.topLeft();
        Point p1 = quad.topRight();
        Point p2 = quad.bottomRight();
        Point p3 = quad.bottomLeft();
        double sumX = p0.x() - p1.x() + p2.x() - p3.x();
        double sumY = p0.y() - p1.y() + p2.y() - p3.y();
        double dx1 = p1.x() - p2.x();
        double dy1 = p1.y() - p2.y();
        double dx2 = p3.x() - p2.x();
        double dy2 = p3.y() - p2.y();
        double determinant = dx1 * dy2 - dx2 * dy1;
        boolean affine = Math.abs(determinant) < PARALLEL || (sumX == 0 && sumY == 0);
        g = affine ? 0 : (sumX * dy2 - dx2 * sumY) / determinant;
        h = affine ? 0 : (dx1 * sumY - sumX * dy1) / determinant;
        a = p1.x() - p0.x() + g * p1.x();
        b = p3.x() - p0.x() + h * p3.x();
        c = p0.x();
        d = p1.y() - p0.y() + g * p1.y();
        e = p3.y() - p0.y() + h * p3.y();
        f = p0.y();
    }

    public static Homography ontoQuad(Quad quad) {
        return new Homography(quad);
    }

    public double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + 1);
    }

    public double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + 1);
    }

    /** The map along one horizontal line of the square, for going over many points of it. */
    Line line(double v) {
        return new Line(a, b * v + c, d, e * v + f, g, h * v + 1);
    }

    /** Numerators and their common denominator as linear functions of u. */
    record Line(double xSlope, double xStart, double ySlope, double yStart, double depthSlope, double depthStart) {
        double inverseDepth(double u) {
            return 1 / (depthSlope * u + depthStart);
        }

        double x(double u, double inverseDepth) {
            return (xSlope * u + xStart) * inverseDepth;
        }

        double y(double u, double inverseDepth) {
            return (ySlope * u + yStart) * inverseDepth;
        }
    }

    public Point apply(double u, double v) {
        return new Point(x(u, v), y(u, v));
    }
}
