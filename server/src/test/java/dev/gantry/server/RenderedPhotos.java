package dev.gantry.server;

import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Photos of streets that were never there: the same number always gives the same photo. */
final class RenderedPhotos {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    /** Wide enough to be read without doubt. */
    private static final double PLATE_WIDTH = 150;

    private final SceneRenderer renderer = new SceneRenderer(new PlateRenderer());

    /**
     * A photo with its plate.
     *
     * @param text the plate, letters and digits alone
     */
    record Photo(byte[] jpeg, String text) {}

    Photo photo(int number) {
        var options = SceneOptions.of(WIDTH, HEIGHT)
                .withPlates(1)
                .withPlateWidth(PLATE_WIDTH)
                .withTilt(0)
                .withYaw(0)
                .withDistractors(false);
        RenderedScene scene = renderer.render(options, new Random(number));
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(scene.picture(), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Photo(bytes.toByteArray(), scene.plates().getFirst().text().replaceAll("[^\\p{L}\\p{N}]", ""));
    }
}
