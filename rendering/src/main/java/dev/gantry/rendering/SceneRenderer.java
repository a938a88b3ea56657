package dev.gantry.rendering;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Draws whole photographs: cars with plates in a street, with the exact truth. For tests, speed measurements and pictures in
 * the documentation. The same generator state gives the same picture on the same machine.
 */
public final class SceneRenderer {
    private static final double NIGHT_CONTRAST = 0.38;
    private static final double NIGHT_BRIGHTNESS = -82;

    private final PlateRenderer plates;

    /** Takes the plates and the typefaces for signs from that renderer. */
    public SceneRenderer(PlateRenderer plates) {
        this.plates = plates;
    }

    /** A scene with random plates. */
    public RenderedScene render(SceneOptions options, RandomGenerator random) {
        List<RenderedPlate> drawn = Stream.generate(() -> plates.render(random))
                .limit(options.plates())
                .toList();
        return render(options, drawn, random);
    }

    /** A scene with the given plates, from the left, one car for each; their count replaces the options'. */
    public RenderedScene render(SceneOptions options, List<RenderedPlate> given, RandomGenerator random) {
        BufferedImage picture = new BufferedImage(options.width(), options.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        Sketch sketch = new Sketch(graphics);
        new Backdrop(sketch, plates.typefaces(), options, random).paint();
        List<ParkedCar> cars = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            cars.add(ParkedCar.place(given.get(i), i, given.size(), options, random));
        }
        for (ParkedCar car : cars) {
            AffineTransform street = graphics.getTransform();
            graphics.transform(car.place());
            new CarPainter(sketch, plates.typefaces(), car.front(), options, random)
                    .paint(car.plateWidth(), car.plateHeight());
            graphics.setTransform(street);
        }
        graphics.dispose();
        if (options.night()) {
            Photometry.tone(picture, NIGHT_CONTRAST, NIGHT_BRIGHTNESS, 1.5, 1.15, 0.98, 0.88);
        }
        List<ScenePlate> truth = new ArrayList<>();
        for (ParkedCar car : cars) {
            truth.add(mount(car, options, picture));
        }
        if (options.night()) {
            cars.forEach(car -> lamps(car, picture));
        }
        Photometry.noise(picture, options.night() ? 5 : 2, true, random);
        return new RenderedScene(picture, truth);
    }

    private static ScenePlate mount(ParkedCar car, SceneOptions options, BufferedImage picture) {
        BufferedImage texture = car.plate().picture();
        if (options.night()) {
            BufferedImage lit = new BufferedImage(texture.getWidth(), texture.getHeight(), texture.getType());
            lit.setData(texture.getRaster());
            Photometry.tone(lit, 0.75, -38, 1, 0.92, 1, 1);
            texture = lit;
        }
        double[] quad = car.quad();
        Warp.paste(texture, quad, picture, 1, texture.getHeight() * 0.05);
        List<Point2D> corners = new ArrayList<>();
        for (int corner = 0; corner < 4; corner++) {
            corners.add(new Point2D.Double(quad[2 * corner], quad[2 * corner + 1]));
        }
        return new ScenePlate(car.plate().text(), corners, car.plate().lines());
    }

    private static void lamps(ParkedCar car, BufferedImage picture) {
        double unit = Math.sqrt(Math.abs(car.place().getDeterminant()));
        for (double side : new double[] {-1, 1}) {
            Point2D lamp = car.place().transform(new Point2D.Double(side * 0.42, 0.475), null);
            Photometry.glare(
                    picture, lamp.getX(), lamp.getY(), unit * (car.front() ? 0.13 : 0.05), car.front() ? 230 : 60);
        }
    }
}
