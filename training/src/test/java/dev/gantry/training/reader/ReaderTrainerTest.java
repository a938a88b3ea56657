package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.training.data.Seeds;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Training;
import dev.gantry.training.nn.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTrainerTest {

    private static final long SEED = 7;
    private static final int FEW_STEPS = 3;

    private final Alphabet alphabet = new Alphabet();

    @BeforeEach
    void prepare() {
        Training.prepare(SEED, 2);
    }

    @Test
    void theExportedModelComputesWhatTheNetDoes() {
        var net = new ReaderNet(alphabet.classes());
        // The exporter compares both runtimes and throws when they differ.
        assertThat(ReaderExport.onnx(net, alphabet).model()).isNotEmpty();
    }

    @Test
    void aResumedRunEndsWhereAnUninterruptedOneDoes(@TempDir Path folder) throws IOException {
        Path checkpoint = folder.resolve("checkpoint.bin");
        float[] uninterrupted;
        try (var trainer = trainer()) {
            steps(trainer, FEW_STEPS);
            trainer.steps().training().save(checkpoint);
            steps(trainer, FEW_STEPS);
            uninterrupted = answer(trainer.averaged());
        }
        try (var trainer = trainer()) {
            trainer.steps().training().load(checkpoint);
            trainer.steps().seek();
            steps(trainer, FEW_STEPS);
            assertThat(answer(trainer.averaged())).isEqualTo(uninterrupted);
        }
    }

    @Test
    void learningMakesTheLossOfAFewStripsFall() {
        List<StripSample> few = List.of(stripes(3), stripes(5));
        try (var trainer =
                new ReaderTrainer(alphabet, (step, random) -> few.get(random.nextInt(few.size())), SEED, 60, 1)) {
            steps(trainer, 2);
            float before = loss(trainer);
            steps(trainer, 50);
            assertThat(loss(trainer)).isLessThan(before / 2);
        }
    }

    private ReaderTrainer trainer() {
        Training.prepare(SEED, 2);
        return new ReaderTrainer(alphabet, (step, random) -> stripes(random), SEED, 100, 1);
    }

    private static void steps(ReaderTrainer trainer, int count) {
        for (int i = 0; i < count; i++) {
            trainer.steps().step();
        }
    }

    private static float loss(ReaderTrainer trainer) {
        return Float.parseFloat(trainer.losses().split(" ")[3]);
    }

    private StripSample stripes(RandomGenerator random) {
        return stripes(random.nextInt(2, 9));
    }

    /** A strip with a text that says how many dark bars it has. */
    private StripSample stripes(int bars) {
        var gray = new byte[ReaderNet.WIDTH * ReaderNet.HEIGHT];
        for (int i = 0; i < gray.length; i++) {
            int x = i % ReaderNet.WIDTH;
            gray[i] = (byte) (x * bars * 2 / ReaderNet.WIDTH % 2 == 0 ? 200 : 30);
        }
        return new StripSample(gray, alphabet.encode("A" + bars));
    }

    private static float[] answer(ReaderNet net) {
        try (var noGradients = new NoGradGuard()) {
            var strip = new float[ReaderNet.WIDTH * ReaderNet.HEIGHT];
            RandomGenerator random = Seeds.of(SEED, 0, 0);
            for (int i = 0; i < strip.length; i++) {
                strip[i] = (float) random.nextGaussian();
            }
            Value input = new Value(ReaderTrainer.tensor(strip, 1), "");
            return Tensors.floats(net.apply(Pass.evaluation(), input).ctc().tensor());
        }
    }
}
