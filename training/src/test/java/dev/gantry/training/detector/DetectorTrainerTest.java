package dev.gantry.training.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.training.data.Seeds;
import dev.gantry.training.detector.SceneComposer.Scene;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.Training;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DetectorTrainerTest {

    private static final long SEED = 7;
    private static final int SIZE = 128;
    private static final int STEPS = 40;

    /** Of about the size that the shipped model has learned from. */
    private static final int USUAL = 320;

    /** As many as make a mean of the losses. */
    private static final int FEW_STEPS = 12;

    /** Enough that it does not matter how hard a single one is. */
    private static final int SCENES = 8;

    private static final int PLATES = 64;

    /** At the full rate, scenes as small as these would soon undo what the model knows. */
    private static final double GENTLE = 0.1;

    @BeforeEach
    void prepare() {
        Training.prepare(SEED, 2);
    }

    @Test
    void theExportedModelComputesWhatTheNetDoes() {
        // The exporter compares both runtimes and throws when they differ.
        assertThat(DetectorExport.onnx(new DetectorNet()).model()).isNotEmpty();
    }

    @Test
    void aFewScenesAreLearnedByHeart() throws IOException {
        var pool = new PlatePool(List.of(), SEED, 8);
        var composer = new SceneComposer(DrawnScenes.draw(3, SEED), pool, SIZE);
        List<Scene> few = List.of(withPlate(composer, 1), withPlate(composer, 2));
        try (var trainer = new DetectorTrainer(random -> few.get(random.nextInt(few.size())), SIZE, SEED, STEPS, 1)) {
            trainer.steps().step();
            float before = boxLoss(trainer);
            for (int i = 1; i < STEPS; i++) {
                trainer.steps().step();
            }
            assertThat(boxLoss(trainer)).isLessThan(before * 0.8f);
        }
    }

    @Test
    void anInt8ModelCanBeStartedFrom() throws IOException {
        var composer = new SceneComposer(DrawnScenes.draw(SCENES, SEED), new PlatePool(List.of(), SEED, PLATES), USUAL);
        byte[] shipped;
        try (InputStream stream = DetectorTrainerTest.class.getResourceAsStream("/models/detector.onnx")) {
            shipped = Objects.requireNonNull(stream).readAllBytes();
        }
        float scoreOfNothing; // on the same pictures, without learning
        float boxOfNothing;
        float cornersOfNothing;
        try (var untrained = new DetectorTrainer(composer::compose, USUAL, SEED, STEPS, 0)) {
            for (int i = 0; i < FEW_STEPS; i++) {
                untrained.steps().step();
            }
            scoreOfNothing = scoreLoss(untrained);
            boxOfNothing = boxLoss(untrained);
            cornersOfNothing = cornersLoss(untrained);
        }
        try (var trainer = new DetectorTrainer(composer::compose, USUAL, SEED, STEPS, GENTLE)) {
            trainer.start(OnnxWeights.of(shipped));
            for (int i = 0; i < FEW_STEPS; i++) {
                trainer.steps().step();
            }
            // The corners tell most: that there is a plate, the model is less sure of on scenes as crowded as these.
            assertThat(cornersLoss(trainer)).isLessThan(cornersOfNothing / 5);
            assertThat(boxLoss(trainer)).isLessThan(boxOfNothing / 2);
            assertThat(scoreLoss(trainer)).isLessThan(scoreOfNothing * 2 / 3);
        }
    }

    private static Scene withPlate(SceneComposer composer, long number) {
        for (long i = 0; ; i++) {
            Scene scene = composer.compose(Seeds.of(SEED, number, i));
            if (scene.targets().stream()
                    .anyMatch(target -> !target.ignored() && target.box().width() > 30)) {
                return scene;
            }
        }
    }

    private static float scoreLoss(DetectorTrainer trainer) {
        return Float.parseFloat(trainer.losses().split(" ")[1]);
    }

    private static float cornersLoss(DetectorTrainer trainer) {
        return Float.parseFloat(trainer.losses().split(" ")[5]);
    }

    private static float boxLoss(DetectorTrainer trainer) {
        return Float.parseFloat(trainer.losses().split(" ")[3]);
    }
}
