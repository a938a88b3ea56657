package dev.gantry.training.reader;

import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.AdamW;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Training;
import dev.gantry.training.nn.Value;
import dev.gantry.training.run.Steps;
import java.util.random.RandomGenerator;
import org.bytedeco.pytorch.Tensor;

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
    private final ReaderNet net;
    private final ReaderNet averaged;
    private final Steps<StripBatch> steps;
    private final Strips strips;
    private final long seed;
    private float ctcLoss;
    private float slotLoss;

    /** Where a step's strips come from. */
    @FunctionalInterface
    interface Strips {
        StripSample sample(long step, RandomGenerator random);
    }

    /**
     * @param length the steps of the whole run: the learning rate ends there
     * @param rate multiplies the learning rate
     */
    ReaderTrainer(Alphabet alphabet, Strips strips, long seed, long length, double rate) {
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

    Steps<StripBatch> steps() {
        return steps;
    }

    ReaderNet averaged() {
        return averaged;
    }

    /** Starts from an exported model. */
    void start(OnnxWeights model) {
        Value input = new Value(batch(0).tensor(), "");
        steps.training().start(model, pass -> net.apply(pass, input));
    }

    /** Those whose statistics an imported net starts with. */
    float[] typicalStrips() {
        return batch(0).strips();
    }

    private StripBatch batch(long step) {
        return StripBatch.of((at, place, random) -> strips.sample(at, random), seed, step, BATCH);
    }

    private Tensor loss(StripBatch batch) {
        ReaderNet.Outputs outputs = net.apply(Pass.training(), new Value(batch.tensor(), ""));
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
