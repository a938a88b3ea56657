package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedScene;
import dev.gantry.rendering.SceneOptions;
import dev.gantry.rendering.ScenePlate;
import dev.gantry.rendering.SceneRenderer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The models in the repository, on streets that the project draws; drawn without installed fonts, so alike everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedModelsTest {

    private static final int SCENES = 20;

    private final SceneRenderer renderer = new SceneRenderer(new PlateRenderer(List.of()));
    private PlateRecognizer recognizer;

    @BeforeAll
    void load() {
        recognizer = PlateRecognizer.create();
    }

    @AfterAll
    void close() {
        recognizer.close();
    }

    @Test
    void mostPlatesOfDrawnStreetsAreReadRight() {
        int plates = 0;
        int right = 0;
        for (int seed = 0; seed < SCENES; seed++) {
            RenderedScene scene = renderer.render(
                    SceneOptions.of(1280, 720).withPlates(1 + seed % 2).withPlateWidth(150),
                    new SplittableRandom(seed));
            List<String> read = recognizer.recognize(Image.of(scene.picture())).stream()
                    .map(plate -> folded(plate.text()))
                    .toList();
            for (ScenePlate plate : scene.plates()) {
                plates++;
                right += read.contains(folded(plate.text())) ? 1 : 0;
            }
        }
        assertThat((double) right / plates).as("%d of %d", right, plates).isGreaterThan(0.8);
    }

    @Test
    void thePlaceOfAPlateIsTold() {
        RenderedScene scene = renderer.render(SceneOptions.of(1280, 720).withPlateWidth(200), new SplittableRandom(3));
        List<Plate> plates = recognizer.recognize(Image.of(scene.picture()));
        var corner = scene.plates().getFirst().corners().getFirst();
        assertThat(plates).anySatisfy(plate -> {
            assertThat(plate.quad().topLeft().x()).isBetween(corner.getX() - 10, corner.getX() + 10);
            assertThat(plate.quad().topLeft().y()).isBetween(corner.getY() - 10, corner.getY() + 10);
        });
    }

    @Test
    void aStreetWithoutCarsHasNoPlate() {
        RenderedScene scene = renderer.render(
                SceneOptions.of(1280, 720).withPlates(0).withDistractors(false), new SplittableRandom(5));
        assertThat(recognizer.recognize(Image.of(scene.picture()))).isEmpty();
    }

    @Test
    void theCardsTellWhatTheModelsAre() {
        assertThat(recognizer.detectorCard().name()).isEqualTo("gantry-detector-1");
        assertThat(recognizer.readerCard().name()).isEqualTo("gantry-reader-1");
    }

    /** O and 0, I and 1 are one shape on many plates. */
    private static String folded(String text) {
        return text.replace('O', '0').replace('I', '1');
    }
}
