package dev.gantry.rendering;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.random.RandomGenerator;

/**
 * Where a car stands in a scene.
 *
 * @param place from {@link CarPainter}'s units to the scene's pixels
 * @param front whether the car shows its front
 * @param plateWidth the plate's width in car widths; likewise {@code plateHeight}
 */
record ParkedCar(RenderedPlate plate, AffineTransform place, boolean front, double plateWidth, double plateHeight) {
    private static final double CAR_WIDTH = 1.8;
    private static final double LONG_PLATE = 0.52;
    private static final double MIDDLE_PLATE = 0.4;
    private static final double SHORT_PLATE = 0.305;

    /** A plate may look this large against its car, where there is no room for the whole car. */
    private static final double LARGEST_SHARE = 0.34;

    static ParkedCar place(RenderedPlate plate, int index, int count, SceneOptions options, RandomGenerator random) {
        double aspect = (double) plate.picture().getWidth() / plate.picture().getHeight();
        double metres = aspect > 3.5 ? LONG_PLATE : aspect > 2.4 ? MIDDLE_PLATE : SHORT_PLATE;
        double slot = (double) options.width() / count;
        double room = Math.min(slot * 1.02, options.height() * 0.98);
        double share = Math.min(LARGEST_SHARE, Math.max(metres / CAR_WIDTH, options.plateWidth() / room));
        double plateHeight = share / aspect;
        double unit = options.plateWidth() / share;
        boolean front = Chance.of(0.5, random);
        double reach = options.plateWidth() * 0.62;
        double x = slot * (index + 0.5) + Math.max(0, slot - unit) * Chance.between(-0.4, 0.4, random);
        x = Math.max(reach, Math.min(options.width() - reach, x));
        double plateY = front ? CarPainter.FRONT_PLATE : CarPainter.REAR_PLATE;
        double ground = options.height() * Chance.between(0.8, 0.93, random);
        double y = ground - (CarPainter.GROUND - plateY) * unit;
        y = Math.max(options.height() * 0.45, Math.min(options.height() - reach, y));
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(options.tilt());
        place.shear(0, -0.18 * Math.sin(options.yaw()));
        place.scale(unit * Math.cos(options.yaw()), unit);
        place.translate(0, -plateY);
        return new ParkedCar(plate, place, front, share, plateHeight);
    }

    /** The plate's corners in the scene, clockwise from the top left. */
    double[] quad() {
        double y = front ? CarPainter.FRONT_PLATE : CarPainter.REAR_PLATE;
        double[][] corners = {
            {-plateWidth / 2, y - plateHeight / 2},
            {plateWidth / 2, y - plateHeight / 2},
            {plateWidth / 2, y + plateHeight / 2},
            {-plateWidth / 2, y + plateHeight / 2}
        };
        double[] quad = new double[8];
        for (int i = 0; i < 4; i++) {
            Point2D point = place.transform(new Point2D.Double(corners[i][0], corners[i][1]), null);
            quad[2 * i] = point.getX();
            quad[2 * i + 1] = point.getY();
        }
        return quad;
    }
}
