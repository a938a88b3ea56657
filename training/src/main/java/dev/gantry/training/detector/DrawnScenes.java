package dev.gantry.training.detector;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.SceneRenderer;
import dev.gantry.training.data.Corners;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.detector.ScenePicture.ScenePlate;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Whole drawn streets as photographs to learn from: plates with exact corners among signs that are none. */
final class DrawnScenes {

    static final String SET = "drawn";

    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;

    private DrawnScenes() {}

    static List<ScenePicture> draw(int count, long seed) {
        var renderer = new SceneRenderer(new PlateRenderer());
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    RandomGenerator random = Seeds.of(seed, 3, i);
                    return picture(renderer.render(options(random), random));
                })
                .toList();
    }

    private static SceneOptions options(RandomGenerator random) {
        return SceneOptions.of(WIDTH, HEIGHT)
                .withPlates(random.nextInt(4))
                .withPlateWidth(Seeds.logUniform(random, 50, 300))
                .withTilt(random.nextGaussian() * 0.1)
                .withYaw(random.nextDouble(-0.8, 0.8))
                .withNight(random.nextDouble() < 0.3);
    }

    private static ScenePicture picture(RenderedScene scene) {
        List<ScenePlate> plates = scene.plates().stream()
                .map(plate -> {
                    Quad quad = Corners.quad(plate.corners());
                    return new ScenePlate(quad.bounds(), quad, true, false);
                })
                .toList();
        return ScenePicture.of(Image.of(scene.picture()), plates, SET);
    }
}
