package dev.gantry.training.detector;

import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.util.List;
import java.util.random.RandomGenerator;

/** How a pasted plate lies in the scene: turned, slanted, seen from the side or from above. */
final class PasteShape {

    private PasteShape() {}

    static Quad random(Point center, double width, double height, RandomGenerator random) {
        double angle =
                Math.toRadians(random.nextDouble() < 0.6 ? random.nextGaussian() * 8 : random.nextDouble(-32, 32));
        double slant = random.nextGaussian() * 0.14;
        double narrowed = random.nextDouble() < 0.3 ? random.nextDouble(0.5, 1) : 1;
        double depthX = random.nextGaussian() * 0.05;
        double depthY = random.nextGaussian() * 0.06;
        double[][] unit = {{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}};
        List<Point> corners = java.util.Arrays.stream(unit)
                .map(p -> {
                    double z = 1 + depthX * p[0] * 2 + depthY * p[1] * 2;
                    double x = p[0] * width * narrowed / z + slant * p[1] * height;
                    // A car seen from the side falls off to the back: the plate's edge does, too.
                    double y = p[1] * height / z;
                    return center.plus(
                            x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle));
                })
                .toList();
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }

    static double[] corners(Quad quad) {
        return quad.corners().stream()
                .flatMapToDouble(p -> java.util.stream.DoubleStream.of(p.x(), p.y()))
                .toArray();
    }
}
