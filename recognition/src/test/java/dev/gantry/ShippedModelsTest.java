package dev.gantry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.rendering.PlateRenderer;
import dev.gantry.rendering.RenderedPlate;
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
    private static final int CLOSE_UPS = 60;

    /** Width of a plate that is all of its picture, px. */
    private static final int SMALL = 100;

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

    /** As somebody cuts it out. */
    @Test
    void aPictureOfNothingButAPlateIsReadNearlyAsWellAsWhenItsPlaceIsTold() {
        var plates = new PlateRenderer(List.of());
        int found = 0;
        int told = 0;
        for (int seed = 0; seed < CLOSE_UPS; seed++) {
            RenderedPlate plate = plates.render(new SplittableRandom(seed));
            Image picture = small(Image.of(plate.picture()));
            String text = folded(plate.text());
            Quad all = Quad.of(new Box(0, 0, picture.width(), picture.height()));
            told += folded(recognizer.read(picture, all).text()).equals(text) ? 1 : 0;
            found += recognizer.recognize(picture).stream()
                            .anyMatch(read -> folded(read.text()).equals(text))
                    ? 1
                    : 0;
        }
        assertThat((double) found / told).as("%d of %d", found, told).isGreaterThan(0.95);
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

    private static Image small(Image picture) {
        int height = picture.height() * SMALL / picture.width();
        return Letterbox.exact(Letterbox.Window.all(picture), SMALL, height).draw(picture);
    }

    /** O and 0, I and 1 are one shape on many plates. */
    private static String folded(String text) {
        return text.replace('O', '0').replace('I', '1');
    }
}
