package dev.gantry.benchmarks;

import dev.gantry.image.Image;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A rendered street of 1920 x 1080 pixels with one plate, always the same.
 *
 * @param jpeg the picture as a file
 * @param image its pixels
 * @param plate the plate's corners
 */
public record Street(byte[] jpeg, Image image, Quad plate) {

    private static final int WIDTH = 1920;
    private static final int HEIGHT = 1080;
    private static final int PLATE_WIDTH = 160;
    private static final long SEED = 20;

    public static Street render() {
        var options = SceneOptions.of(WIDTH, HEIGHT).withPlates(1).withPlateWidth(PLATE_WIDTH);
        RenderedScene scene = new SceneRenderer(new PlateRenderer()).render(options, new Random(SEED));
        var corners = scene.plates().getFirst().corners().stream()
                .map(corner -> new Point(corner.getX(), corner.getY()))
                .toList();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(scene.picture(), "jpg", jpeg);
        } catch (IOException e) {
            throw new IllegalStateException("a picture cannot be written to memory", e);
        }
        return new Street(
                jpeg.toByteArray(),
                Image.of(scene.picture()),
                new Quad(corners.get(0), corners.get(1), corners.get(2), corners.get(3)));
    }
}
