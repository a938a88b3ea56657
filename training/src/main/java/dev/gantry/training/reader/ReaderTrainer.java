package dev.gantry.training.reader;

import dev.gantry.image.Standardized;
import dev.gantry.image.Strip;
import dev.gantry.training.data.Seeds;
import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.AdamW;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Training;
import dev.gantry.training.nn.Value;
import dev.gantry.training.run.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/** The reader's training: drawn and real strips in batches, CTC and slots together. */
final class ReaderTrainer implements AutoCloseable {

    static final int BATCH = 48;

    private static final double PEAK_RATE = 1.4e-3;
    private static final long WARM_UP_STEPS = 300;
    private static final double WEIGHT_DECAY = 0.02;
    private static final double LONGEST_GRADIENT = 5;
    /** The latest step's share in the losses that are logged: a mean over about twenty steps. */
    private static final float LATEST = 0.05f;

    private static final double AVERAGE_DECAY = 0.9985;

    private final Alphabet alphabet;
    private final Pass pass;
    private final ReaderNet net;
    private final ReaderNet averaged;
    private final Steps<Batch> steps;
    private final Strips strips;
    private final long seed;
    private float ctcLoss;
    private float slotLoss;

    /** Where a step's strips come from. */
    @FunctionalInterface
    interface Strips {
        StripSample sample(long step, RandomGenerator random);
    }

    record Batch(float[] strips, List<int[]> texts) {}

    /**
     * @param length the steps of the whole run: the learning rate ends there
     * @param rate multiplies the learning rate
     */
    ReaderTrainer(Alphabet alphabet, Strips strips, long seed, long length, double rate) {
        this(alphabet, strips, seed, length, rate, Pass.training());
    }

    /** @param pass evaluation when the normalisation's statistics are to stay as they are */
    ReaderTrainer(Alphabet alphabet, Strips strips, long seed, long length, double rate, Pass pass) {
        this.pass = pass;
        this.alphabet = alphabet;
        this.strips = strips;
        this.seed = seed;
        this.net = new ReaderNet(alphabet.classes());
        this.averaged = new ReaderNet(alphabet.classes());
        var training = new Training(
                net.parameters(),
                averaged.parameters(),
                new AdamW(net.parameters(), WEIGHT_DECAY, LONGEST_GRADIENT),
                AVERAGE_DECAY);
        this.steps = new Steps<>(
                training,
                this::batch,
                this::loss,
                step -> Training.cosine(PEAK_RATE * rate, step, WARM_UP_STEPS, length));
    }

    Steps<Batch> steps() {
        return steps;
    }

    ReaderNet averaged() {
        return averaged;
    }

    /** Starts from an exported model. */
    void start(OnnxWeights model) {
        Value input = new Value(tensor(typicalStrips(), BATCH).contiguous(MemoryFormat.ChannelsLast), "");
        steps.training().start(model, pass -> net.apply(pass, input));
    }

    /** Those whose statistics an imported net starts with. */
    float[] typicalStrips() {
        return batch(0).strips();
    }

    private Batch batch(long step) {
        int size = ReaderNet.WIDTH * ReaderNet.HEIGHT;
        var values = new float[BATCH * size];
        var texts = new ArrayList<int[]>();
        for (int i = 0; i < BATCH; i++) {
            RandomGenerator random = Seeds.of(seed, step, i);
            StripSample sample = strips.sample(step, random);
            float[] noisy = StripNoise.apply(sample.gray(), random);
            float[] strip = Standardized.of(new Strip(ReaderNet.WIDTH, ReaderNet.HEIGHT, noisy));
            System.arraycopy(strip, 0, values, i * size, size);
            texts.add(sample.text());
        }
        return new Batch(values, texts);
    }

    private Tensor loss(Batch batch) {
        var input = new Value(tensor(batch.strips(), BATCH).contiguous(MemoryFormat.ChannelsLast), "");
        ReaderNet.Outputs outputs = net.apply(pass, input);
        Training.inFloat32();
        ReaderLoss.Loss loss = ReaderLoss.of(outputs, batch.texts(), alphabet);
        ctcLoss = smooth(ctcLoss, loss.ctc());
        slotLoss = smooth(slotLoss, loss.slots());
        return loss.total();
    }

    static Tensor tensor(float[] strips, int count) {
        return Tensors.of(strips, count, 1, ReaderNet.HEIGHT, ReaderNet.WIDTH);
    }

    private static float smooth(float average, float value) {
        return average == 0 ? value : average * (1 - LATEST) + value * LATEST;
    }

    String losses() {
        return "ctc %.3f slots %.3f".formatted(ctcLoss, slotLoss);
    }

    @Override
    public void close() {
        steps.close();
    }
}
