package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.gantry.image.Standardized;
import dev.gantry.model.ModelFile;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.export.MixCommand;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Training;
import dev.gantry.training.nn.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarmStartTest {

    private static final long SEED = 3;
    private static final int STRIPS = 8;

    /** What quantised activations may be off by, of the largest value. */
    private static final double INT8 = 0.05;

    private final Alphabet alphabet = Alphabet.of(ModelFile.shipped("reader").card());
    private final DrawnStrips drawn = new DrawnStrips(alphabet, SEED, ReaderTrainer.BATCH);

    @BeforeEach
    void prepare() {
        Training.prepare(SEED, 1);
    }

    @Test
    void aRunThatStartsFromTheShippedReaderReadsAsItDoes() throws IOException, OrtException {
        byte[] shipped = shipped();
        float[] strips = strips();
        try (var trainer = trainer()) {
            trainer.start(OnnxWeights.of(shipped));
            float[] expected = run(inFloat(shipped), strips);
            assertClose(answer(trainer.averaged(), Pass.evaluation(), strips), expected, 1e-3);
            assertClose(run(shipped, strips), expected, INT8);
        }
    }

    @Test
    void batchStatisticsChangeLittleAtFirst() throws IOException, OrtException {
        byte[] shipped = shipped();
        try (var trainer = trainer()) {
            trainer.start(OnnxWeights.of(shipped));
            float[] strips = trainer.typicalStrips();
            float[] expected = run(inFloat(shipped), strips);
            assertClose(answer(trainer.averaged(), Pass.training(), strips), expected, 1e-2);
        }
    }

    @Test
    void aReaderThatIsToTellMoreCharactersReadsAsBefore() throws IOException {
        var characters = new ArrayList<>(alphabet.characters());
        characters.addAll(10, List.of("É", "Ç"));
        var more = new Alphabet(characters);
        try (var before = trainer();
                var now = new ReaderTrainer(more, drawn::sample, SEED, 100, 1)) {
            before.start(OnnxWeights.of(shipped()));
            now.start(OnnxWeights.of(shipped()).withCharacters(alphabet.characters(), more.characters()));
            float[] strips = strips();
            assertThat(texts(now, more, strips)).isEqualTo(texts(before, alphabet, strips));
        }
    }

    @Test
    void aNewCharacterThatStemsFromNoneIsRefused() throws IOException {
        OnnxWeights weights = OnnxWeights.of(shipped());
        assertThatThrownBy(() -> weights.withCharacters(alphabet.characters(), List.of("0", "Ø")))
                .hasMessageContaining("Ø");
    }

    private static List<String> texts(ReaderTrainer trainer, Alphabet alphabet, float[] strips) {
        float[] scores = answer(trainer.averaged(), Pass.evaluation(), strips);
        return IntStream.range(0, STRIPS)
                .mapToObj(strip -> alphabet.collapse(alphabet.best(scores, strip, ReaderNet.STEPS)))
                .toList();
    }

    @Test
    void weightsOfAnotherNetAreRefused() throws IOException {
        byte[] shipped = shipped();
        var smaller = new ReaderNet(alphabet.classes() - 1);
        Value strip = new Value(ReaderTrainer.tensor(new float[ReaderNet.WIDTH * ReaderNet.HEIGHT], 1), "");
        try (var noGradients = new NoGradGuard()) {
            assertThatThrownBy(() -> smaller.apply(Pass.importing(OnnxWeights.of(shipped)), strip))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another net");
        }
        assertThatThrownBy(() -> OnnxWeights.of(shipped).requireEnd()).hasMessageContaining("weights more");
        assertThatThrownBy(() -> OnnxWeights.of(new byte[] {1, 2, 3})).hasMessageContaining("not an ONNX model");
    }

    @Test
    void aMixtureLiesBetweenItsTwoModels() throws IOException, OrtException {
        byte[] shipped = shipped();
        byte[] inFloat = inFloat(shipped);
        float[] strips = strips();
        assertClose(run(MixCommand.mixed(shipped, inFloat, 0.3), strips), run(inFloat, strips), 1e-5);
        byte[] random = random();
        assertThat(run(MixCommand.mixed(random, inFloat, 1), strips)).isEqualTo(run(inFloat, strips));
        assertThat(run(MixCommand.mixed(shipped, random, 1), strips)).isEqualTo(run(random, strips));
        assertThatThrownBy(() -> MixCommand.mixed(random, shipped, 0.5)).hasMessageContaining("quantised");
    }

    /** What is shipped is quantised, and training computes in float. */
    private byte[] inFloat(byte[] shipped) throws IOException {
        return MixCommand.mixed(shipped, random(), 0);
    }

    private byte[] random() {
        return ReaderExport.onnx(new ReaderNet(alphabet.classes()), alphabet).model();
    }

    private ReaderTrainer trainer() {
        return new ReaderTrainer(alphabet, drawn::sample, SEED, 100, 1);
    }

    private float[] strips() {
        var values = new ArrayList<float[]>();
        for (int i = 0; i < STRIPS; i++) {
            RandomGenerator random = Seeds.of(SEED + 1, i, 0);
            values.add(Standardized.of(StripNoise.apply(drawn.draw(random), random)));
        }
        var all = new float[STRIPS * ReaderNet.WIDTH * ReaderNet.HEIGHT];
        for (int i = 0; i < STRIPS; i++) {
            System.arraycopy(values.get(i), 0, all, i * values.get(i).length, values.get(i).length);
        }
        return all;
    }

    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        assertThat(actual).hasSameSizeAs(expected);
        double scale = 1;
        for (float value : expected) {
            scale = Math.max(scale, Math.abs(value));
        }
        double largest = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]) / scale);
        }
        assertThat(largest).isCloseTo(0, within(tolerance));
    }

    private static float[] answer(ReaderNet net, Pass pass, float[] strips) {
        try (var noGradients = new NoGradGuard()) {
            int count = strips.length / (ReaderNet.WIDTH * ReaderNet.HEIGHT);
            Value input = new Value(ReaderTrainer.tensor(strips, count), "");
            return Tensors.floats(net.apply(pass, input).ctc().tensor());
        }
    }

    private static float[] run(byte[] model, float[] strips) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {strips.length / (ReaderNet.WIDTH * ReaderNet.HEIGHT), 1, ReaderNet.HEIGHT, ReaderNet.WIDTH};
        try (var session = environment.createSession(model);
                var input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(strips), shape);
                var result = session.run(Map.of(ReaderExport.INPUT, input))) {
            FloatBuffer ctc = ((OnnxTensor) result.get(ReaderExport.CTC).orElseThrow()).getFloatBuffer();
            var values = new float[ctc.remaining()];
            ctc.get(values);
            return values;
        }
    }

    private static byte[] shipped() throws IOException {
        try (InputStream stream = WarmStartTest.class.getResourceAsStream("/models/reader.onnx")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }
}
