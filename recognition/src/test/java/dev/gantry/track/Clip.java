package dev.gantry.track;

import dev.gantry.image.Image;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.PlateStyle;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A street in which cars move: each is cut out of a scene of its own and laid over an empty one. Drawn without installed
 * fonts, so that it is alike everywhere.
 */
final class Clip {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    /** Plate width of the cut-outs, px; and how much of the car around it is cut out with it, in plate widths. */
    private static final double CUT_PLATE = 200;

    private static final double CUT_WIDTH = 2.6;
    private static final double CUT_HEIGHT = 1.8;

    /** A sensor's noise, as brightness of 255. */
    private static final double NOISE = 1.5;

    /** A prime, so that rows do not repeat. */
    private static final int NOISE_LENGTH = 1_000_003;

    private final byte[] noise = noise();
    private final PlateRenderer plates = new PlateRenderer(List.of());
    private final SceneRenderer scenes = new SceneRenderer(plates);
    private final boolean night;
    private final BufferedImage street;

    Clip(boolean night) {
        this.night = night;
        street = scenes.render(options().withPlates(0), new SplittableRandom(5)).picture();
    }

    private SceneOptions options() {
        return SceneOptions.of(WIDTH, HEIGHT).withDistractors(false).withNight(night);
    }

    /** What happens: the cars in each frame, those that hide others last. */
    @FunctionalInterface
    interface Script {
        List<Placed> cars(int frame);
    }

    /** A car at some place. */
    record Placed(Car car, double x, double y, double plateWidth) {}

    /**
     * @param cut the car's part around the plate
     * @param middle of the plate in it, px
     */
    record Car(String text, BufferedImage cut, Point2D middle) {
        /** With the middle of its plate there, px. */
        Placed at(double x, double y, double plateWidth) {
            return new Placed(this, x, y, plateWidth);
        }
    }

    /** A car with a British plate. */
    Car car(String text, int seed) {
        var random = new SplittableRandom(seed);
        return car(plates.render(style("eu-gb"), text, random), random);
    }

    /** The same with the plate's text on two lines. */
    Car carWithTwoLines(String text, int seed) {
        var random = new SplittableRandom(seed);
        return car(plates.render(style("eu-two-gb"), text, random), random);
    }

    private PlateStyle style(String name) {
        return plates.styles().stream()
                .filter(style -> style.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Car car(RenderedPlate plate, RandomGenerator random) {
        RenderedScene scene = scenes.render(options().withPlateWidth(CUT_PLATE), List.of(plate), random);
        List<Point2D> corners = scene.plates().getFirst().corners();
        double x = (corners.get(0).getX() + corners.get(2).getX()) / 2;
        double y = (corners.get(0).getY() + corners.get(2).getY()) / 2;
        int left = (int) Math.max(0, x - CUT_PLATE * CUT_WIDTH / 2);
        int top = (int) Math.max(0, y - CUT_PLATE * CUT_HEIGHT / 2);
        int right = (int) Math.min(WIDTH, x + CUT_PLATE * CUT_WIDTH / 2);
        int bottom = (int) Math.min(HEIGHT, y + CUT_PLATE * CUT_HEIGHT / 2);
        return new Car(
                plate.text(),
                scene.picture().getSubimage(left, top, right - left, bottom - top),
                new Point2D.Double(x - left, y - top));
    }

    Image frame(List<Placed> cars, int number) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.drawImage(street, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (Placed placed : cars) {
            double scale = placed.plateWidth() / CUT_PLATE;
            var place = AffineTransform.getTranslateInstance(placed.x(), placed.y());
            place.scale(scale, scale);
            place.translate(
                    -placed.car().middle().getX(), -placed.car().middle().getY());
            graphics.drawImage(placed.car().cut(), place, null);
        }
        graphics.dispose();
        Image frame = Image.of(picture);
        addNoise(frame.bgr(), number);
        return frame;
    }

    /** From a table, at a place that differs from frame to frame: drawing each value anew would take most of the time. */
    private void addNoise(byte[] bgr, int number) {
        int offset = new Random(number).nextInt(noise.length);
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.clamp((bgr[i] & 0xff) + noise[(offset + i) % noise.length], 0, 255);
        }
    }

    private static byte[] noise() {
        var random = new Random(1);
        var noise = new byte[NOISE_LENGTH];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(NOISE * random.nextGaussian());
        }
        return noise;
    }
}
