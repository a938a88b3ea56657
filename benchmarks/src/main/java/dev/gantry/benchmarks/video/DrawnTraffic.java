package dev.gantry.benchmarks.video;

import dev.gantry.image.Image;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedPlate;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import dev.gantry.server.camera.FfmpegProgram;
import dev.gantry.server.camera.FfmpegVideo;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** A street in which one car after the other drives by, each with a plate of its own; or an empty one. With a sensor's noise. */
final class DrawnTraffic {

    static final double FRAMES_PER_SECOND = 25;

    /** A car is in view for so long, and then for a while there is none. */
    private static final double SECONDS_IN_VIEW = 3;

    static final double SECONDS_BETWEEN = 5;

    private static final int CARS = 4;

    /** Plate width of the cut-outs, px; and how much of the car around it is cut out with it, in plate widths. */
    private static final double CUT_PLATE = 200;

    private static final double CUT_WIDTH = 2.6;
    private static final double CUT_HEIGHT = 1.8;

    /** Plates of cars that drive by, as shares of the picture's width. */
    private static final double PLATE_WIDTH = 0.08;

    private static final double NOISE = 1.5;
    private static final int NOISE_LENGTH = 1_000_003;

    private final int width;
    private final int height;
    private final BufferedImage street;
    private final List<Car> cars = new ArrayList<>();
    private final byte[] noise = new byte[NOISE_LENGTH];

    /** @param middle of the plate in the picture's part that is cut out, px */
    private record Car(BufferedImage cut, Point2D middle) {}

    DrawnTraffic(int width, int height) {
        this.width = width;
        this.height = height;
        var plates = new PlateRenderer(List.of());
        var scenes = new SceneRenderer(plates);
        var options = SceneOptions.of(width, height).withDistractors(false);
        street = scenes.render(options.withPlates(0), new SplittableRandom(5)).picture();
        for (int seed = 1; seed <= CARS; seed++) {
            var random = new SplittableRandom(seed);
            RenderedPlate plate = plates.render(random);
            cars.add(cut(scenes.render(options.withPlateWidth(CUT_PLATE), List.of(plate), random)));
        }
        var random = new Random(1);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) Math.round(NOISE * random.nextGaussian());
        }
    }

    private Car cut(RenderedScene scene) {
        List<Point2D> corners = scene.plates().getFirst().corners();
        double x = (corners.get(0).getX() + corners.get(2).getX()) / 2;
        double y = (corners.get(0).getY() + corners.get(2).getY()) / 2;
        int left = (int) Math.max(0, x - CUT_PLATE * CUT_WIDTH / 2);
        int top = (int) Math.max(0, y - CUT_PLATE * CUT_HEIGHT / 2);
        int right = (int) Math.min(width, x + CUT_PLATE * CUT_WIDTH / 2);
        int bottom = (int) Math.min(height, y + CUT_PLATE * CUT_HEIGHT / 2);
        return new Car(
                scene.picture().getSubimage(left, top, right - left, bottom - top),
                new Point2D.Double(x - left, y - top));
    }

    /**
     * Writes a clip.
     *
     * @param between seconds between one car and the next
     */
    void write(FfmpegProgram program, Path file, double seconds, boolean withCars, double between)
            throws IOException, InterruptedException {
        try (var video = FfmpegVideo.create(program, file, width, height, FRAMES_PER_SECOND)) {
            for (int i = 0; i < seconds * FRAMES_PER_SECOND; i++) {
                video.write(frame(i, withCars, between));
            }
            video.finish();
        }
    }

    private Image frame(int number, boolean withCars, double between) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.drawImage(street, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double period = SECONDS_IN_VIEW + between;
        double time = number / FRAMES_PER_SECOND;
        double passed = time % period / SECONDS_IN_VIEW;
        if (withCars && passed <= 1) {
            Car car = cars.get((int) (time / period) % cars.size());
            double scale = PLATE_WIDTH * width * (0.6 + 0.6 * passed) / CUT_PLATE;
            var place =
                    AffineTransform.getTranslateInstance((0.15 + 0.7 * passed) * width, (0.4 + 0.3 * passed) * height);
            place.scale(scale, scale);
            place.translate(-car.middle().getX(), -car.middle().getY());
            graphics.drawImage(car.cut(), place, null);
        }
        graphics.dispose();
        Image frame = Image.of(picture);
        int offset = new Random(number).nextInt(noise.length);
        byte[] bgr = frame.bgr();
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.clamp((bgr[i] & 0xff) + noise[(offset + i) % noise.length], 0, 255);
        }
        return frame;
    }
}
