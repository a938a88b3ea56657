package dev.gantry.training.reader;

import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.util.random.RandomGenerator;

/** How far a strip's corners stray from the plate's: as a detector's would, and then some. */
final class CropJitter {

    /** Standard deviation of each corner, share of the plate's width and height. */
    private static final double CORNER_X = 0.012;

    private static final double CORNER_Y = 0.03;

    /** How often the upright bounding box is cut instead: crops that nobody rectified must be read as well. */
    private static final double UPRIGHT = 0.12;

    /** How often edges lie further off than they mostly do. */
    private static final double CARELESS = 0.15;

    private CropJitter() {}

    /** From a drawn plate's exact corners. */
    static Quad aroundExact(Quad plate, RandomGenerator random) {
        Quad base = random.nextDouble() < UPRIGHT ? Quad.of(plate.bounds()) : plate;
        if (random.nextDouble() < CARELESS) {
            return jitter(careless(base, random), random);
        }
        return jitter(base.grown(random.nextDouble(-0.005, 0.085), random.nextDouble(-0.03, 0.2)), random);
    }

    /** From a picture that is one plate with a small margin. */
    static Quad aroundCrop(Quad picture, RandomGenerator random) {
        return jitter(picture.grown(random.nextDouble(-0.035, 0.06), random.nextDouble(-0.07, 0.12)), random);
    }

    /** From a box that is about a third higher than its plate. */
    static Quad aroundLoose(Quad box, RandomGenerator random) {
        return jitter(box.grown(random.nextDouble(-0.02, 0.06), random.nextDouble(-0.12, 0.06)), random);
    }

    /** From where a detector saw the plate: about as in use. */
    static Quad aroundSeen(Quad plate, RandomGenerator random) {
        return jitter(plate.grown(random.nextDouble(-0.02, 0.08), random.nextDouble(-0.04, 0.18)), random);
    }

    /** Each edge strays for itself: into the first or last character, or far beyond the plate. */
    private static Quad careless(Quad quad, RandomGenerator random) {
        double dx = quad.width() * random.nextDouble(-0.07, 0.07);
        double dy = quad.height() * random.nextDouble(-0.15, 0.15);
        double along = Math.toRadians(quad.tiltDegrees());
        double shiftX = dx * Math.cos(along) - dy * Math.sin(along);
        double shiftY = dx * Math.sin(along) + dy * Math.cos(along);
        return quad.grown(random.nextDouble(0.01, 0.1), random.nextDouble(-0.02, 0.25))
                .scaled(1, 1, shiftX, shiftY);
    }

    private static Quad jitter(Quad quad, RandomGenerator random) {
        double dx = CORNER_X * quad.width();
        double dy = CORNER_Y * quad.height();
        double slant = random.nextGaussian() * dy;
        return new Quad(
                near(quad.topLeft(), dx, dy, -slant, random),
                near(quad.topRight(), dx, dy, slant, random),
                near(quad.bottomRight(), dx, dy, slant, random),
                near(quad.bottomLeft(), dx, dy, -slant, random));
    }

    private static Point near(Point point, double dx, double dy, double shift, RandomGenerator random) {
        return point.plus(random.nextGaussian() * dx, random.nextGaussian() * dy + shift);
    }
}
