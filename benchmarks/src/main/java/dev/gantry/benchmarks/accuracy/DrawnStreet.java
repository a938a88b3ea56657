package dev.gantry.benchmarks.accuracy;

import dev.gantry.image.Image;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import dev.gantry.rendering.Warp;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A drawn street with one plate, as a camera sees it: a pinhole {@value #DISTANCE} plate widths away that aims at the plate.
 * All angles are shown of the same street, so that nothing but the angle differs.
 */
final class DrawnStreet {

    private static final int STREET_WIDTH = 2880;
    private static final int STREET_HEIGHT = 1620;

    /** As wide as plates are drawn, px. */
    private static final int DRAWN_WIDTH = 340;

    private static final int VIEW_WIDTH = 1280;
    private static final int VIEW_HEIGHT = 720;

    /** In plate widths: 6 m for a European plate. */
    private static final double DISTANCE = 12;

    /** What lies beyond the drawn street. */
    private static final Color BEYOND = new Color(0x6a6c70);

    private final RenderedScene scene;
    private final Quad plate;

    private DrawnStreet(RenderedScene scene) {
        this.scene = scene;
        this.plate = corners(scene);
    }

    /**
     * A view of a plate.
     *
     * @param plate its true corners, px
     */
    record View(Image image, Quad plate, String text) {}

    static DrawnStreet of(SceneRenderer renderer, RenderedPlate plate, RandomGenerator random) {
        var options = SceneOptions.of(STREET_WIDTH, STREET_HEIGHT).withPlateWidth(DRAWN_WIDTH);
        return new DrawnStreet(renderer.render(options, List.of(plate), random));
    }

    /** A street of the view's size, upright, with a plate of that width. */
    static View upright(SceneRenderer renderer, RenderedPlate plate, int plateWidth, RandomGenerator random) {
        var options = SceneOptions.of(VIEW_WIDTH, VIEW_HEIGHT).withPlateWidth(plateWidth);
        RenderedScene scene = renderer.render(options, List.of(plate), random);
        return new View(Image.of(scene.picture()), corners(scene), plate.text());
    }

    /**
     * The street from another side.
     *
     * @param radians the angle; its sign tells the direction
     * @param plateWidth the plate's width seen straight on, px
     */
    View view(Turn turn, double radians, double plateWidth) {
        double scale = plateWidth / plate.width();
        Point center = plate.bounds().center();
        var quad = new double[8];
        double[][] street = {{0, 0}, {STREET_WIDTH, 0}, {STREET_WIDTH, STREET_HEIGHT}, {0, STREET_HEIGHT}};
        for (int i = 0; i < street.length; i++) {
            Point seen = seen(turn, radians, new Point(street[i][0], street[i][1]), center, scale);
            quad[2 * i] = seen.x();
            quad[2 * i + 1] = seen.y();
        }
        var picture = new BufferedImage(VIEW_WIDTH, VIEW_HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(BEYOND);
        graphics.fillRect(0, 0, VIEW_WIDTH, VIEW_HEIGHT);
        graphics.dispose();
        Warp.paste(scene.picture(), quad, picture, 1);
        var corners = new Quad(
                seen(turn, radians, plate.topLeft(), center, scale),
                seen(turn, radians, plate.topRight(), center, scale),
                seen(turn, radians, plate.bottomRight(), center, scale),
                seen(turn, radians, plate.bottomLeft(), center, scale));
        return new View(Image.of(picture), corners, scene.plates().getFirst().text());
    }

    private static Point seen(Turn turn, double radians, Point point, Point center, double scale) {
        double u = (point.x() - center.x()) * scale;
        double v = (point.y() - center.y()) * scale;
        double distance = DISTANCE * DRAWN_WIDTH * scale;
        double yaw = radians * turn.yaw;
        double pitch = Math.abs(radians) * turn.pitch; // cameras hang above plates, not below
        double roll = radians * turn.roll;
        double x = u * Math.cos(yaw);
        double depth = u * Math.sin(yaw);
        double y = v * Math.cos(pitch) - depth * Math.sin(pitch);
        depth = v * Math.sin(pitch) + depth * Math.cos(pitch);
        double shrink = distance / (distance + depth);
        x *= shrink;
        y *= shrink;
        return new Point(
                VIEW_WIDTH / 2.0 + x * Math.cos(roll) - y * Math.sin(roll),
                VIEW_HEIGHT / 2.0 + x * Math.sin(roll) + y * Math.cos(roll));
    }

    private static Quad corners(RenderedScene scene) {
        var corners = scene.plates().getFirst().corners().stream()
                .map(corner -> new Point(corner.getX(), corner.getY()))
                .toList();
        return new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    }
}
