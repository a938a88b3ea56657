package dev.gantry.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Point2D;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SceneRendererTest {
    private final PlateRenderer plates = new PlateRenderer(List.of());
    private final SceneRenderer scenes = new SceneRenderer(plates);

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    @Test
    void allPlatesLieInside() {
        for (int seed = 0; seed < 24; seed++) {
            SceneOptions options = SceneOptions.of(640, 480)
                    .withPlates(seed % 4)
                    .withPlateWidth(60 + seed * 5)
                    .withTilt((seed % 5 - 2) * 0.2)
                    .withYaw((seed % 3 - 1) * 0.6)
                    .withNight(seed % 2 == 0);
            RenderedScene scene = scenes.render(options, random(seed));
            assertThat(scene.plates()).hasSize(options.plates());
            assertThat(scene.picture().getWidth()).isEqualTo(640);
            for (ScenePlate plate : scene.plates()) {
                for (Point2D corner : plate.corners()) {
                    assertThat(corner.getX()).isBetween(0.0, 640.0);
                    assertThat(corner.getY()).isBetween(0.0, 480.0);
                }
            }
        }
    }

    @Test
    void thePlateHasItsWidthAndText() {
        RenderedPlate plate = plates.render(random(1));
        SceneOptions options = SceneOptions.of(1280, 720).withPlateWidth(150).withTilt(0.3);
        ScenePlate truth =
                scenes.render(options, List.of(plate), random(2)).plates().getFirst();
        assertThat(truth.text()).isEqualTo(plate.text());
        assertThat(truth.lines()).isEqualTo(plate.lines());
        assertThat(truth.corners().get(0).distance(truth.corners().get(1))).isCloseTo(150, Offset.offset(0.5));
    }

    @Test
    void theSameSeedGivesTheSameScene() {
        SceneOptions options = SceneOptions.of(320, 240).withPlates(1);
        RenderedScene first = scenes.render(options, random(5));
        RenderedScene second = scenes.render(options, random(5));
        assertThat(second.plates()).isEqualTo(first.plates());
        assertThat(Photometry.pixels(second.picture())).isEqualTo(Photometry.pixels(first.picture()));
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> SceneOptions.of(640, 480).withPlates(9)).hasMessageContaining("0 to 4 plates");
    }
}
