package dev.gantry.rendering;

/** The projective map between a quad and a rectangle, after Heckbert, "Fundamentals of Texture Mapping" (1989). */
final class Projection {
    private Projection() {}

    /** The nine coefficients, row by row, of the map from the quad's plane to a rectangle of that size. */
    static double[] between(double[] q, double width, double height) {
        double dx1 = q[2] - q[4];
        double dx2 = q[6] - q[4];
        double dx3 = q[0] - q[2] + q[4] - q[6];
        double dy1 = q[3] - q[5];
        double dy2 = q[7] - q[5];
        double dy3 = q[1] - q[3] + q[5] - q[7];
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = (dx3 * dy2 - dx2 * dy3) / determinant;
        double h = (dx1 * dy3 - dx3 * dy1) / determinant;
        double a = q[2] - q[0] + g * q[2];
        double b = q[6] - q[0] + h * q[6];
        double c = q[0];
        double d = q[3] - q[1] + g * q[3];
        double e = q[7] - q[1] + h * q[7];
        double f = q[1];
        return new double[] {
            (e - f * h) * width,
            (c * h - b) * width,
            (b * f - c * e) * width,
            (f * g - d) * height,
            (a - c * g) * height,
            (c * d - a * f) * height,
            d * h - e * g,
            b * g - a * h,
            a * e - b * d
        };
    }

    /** Four lines a, b, c with a*x + b*y + c = 0.5 on the edge, rising inwards by 1 over {@code softness} pixels. */
    static double[] edges(double[] q, double softness) {
        double area = 0;
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            area += q[2 * i] * q[2 * next + 1] - q[2 * next] * q[2 * i + 1];
        }
        double sign = Math.signum(area) / softness;
        double[] edges = new double[12];
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            double dx = q[2 * next] - q[2 * i];
            double dy = q[2 * next + 1] - q[2 * i + 1];
            double length = Math.max(1e-9, Math.hypot(dx, dy));
            double a = -dy / length * sign;
            double b = dx / length * sign;
            edges[3 * i] = a;
            edges[3 * i + 1] = b;
            edges[3 * i + 2] = 0.5 - a * q[2 * i] - b * q[2 * i + 1];
        }
        return edges;
    }
}
