package dev.gantry.training.detector;

import dev.gantry.training.data.Seeds;
import dev.gantry.training.detector.SceneComposer.Scene;
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

/** The detector's training: composed scenes in batches. */
final class DetectorTrainer implements AutoCloseable {

    /** Scenes of the usual side in a step; larger ones come in smaller batches of about as many pixels. */
    static final int BATCH = 16;

    static final int USUAL_SIZE = 448;

    /** Scenes whose statistics an imported net starts with: the coarsest level has few cells in each. */
    private static final int TYPICAL_SCENES = 32;

    private static final double PEAK_RATE = 2e-3;
    private static final long WARM_UP_STEPS = 200;
    private static final double WEIGHT_DECAY = 0.03;
    private static final double LONGEST_GRADIENT = 5;
    /** The latest step's share in the losses that are logged: a mean over about twenty steps. */
    private static final float LATEST = 0.05f;

    private static final double AVERAGE_DECAY = 0.998;

    /** Normalisation, as in the card: (value - MEAN) / DEVIATION. */
    static final float MEAN = 128;

    static final float DEVIATION = 64;

    private final Scenes scenes;
    private final int size;
    private final long seed;
    private final DetectorNet net = new DetectorNet();
    private final DetectorNet averaged = new DetectorNet();
    private final Steps<Batch> steps;
    private float[] losses = new float[5];

    /** Where scenes come from. */
    @FunctionalInterface
    interface Scenes {
        Scene scene(RandomGenerator random);
    }

    record Batch(float[] pixels, Assignment assignment, int count) {}

    /** @param rate multiplies the learning rate */
    DetectorTrainer(Scenes scenes, int size, long seed, long length, double rate) {
        this.scenes = scenes;
        this.size = size;
        this.seed = seed;
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

    DetectorNet averaged() {
        return averaged;
    }

    /** Starts from an exported model. */
    void start(OnnxWeights model) {
        Value input = input(batch(0, TYPICAL_SCENES));
        steps.training().start(model, pass -> net.apply(pass, input));
    }

    private Batch batch(long step) {
        return batch(step, Math.max(4, BATCH * USUAL_SIZE * USUAL_SIZE / (size * size)));
    }

    private Batch batch(long step, int count) {
        int plane = size * size;
        var pixels = new float[count * 3 * plane];
        List<List<Target>> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Scene scene = scenes.scene(Seeds.of(seed, step, i));
            targets.add(scene.targets());
            byte[] bgr = scene.bgr();
            // Channels last, as the tensor is declared below.
            int out = i * 3 * plane;
            for (int k = 0; k < 3 * plane; k++) {
                pixels[out + k] = ((bgr[k] & 0xff) - MEAN) / DEVIATION;
            }
        }
        return new Batch(pixels, Assignment.of(targets, size), count);
    }

    private Value input(Batch batch) {
        Tensor pixels = Tensors.of(batch.pixels(), batch.count(), size, size, 3)
                .permute(0, 3, 1, 2)
                .contiguous(MemoryFormat.ChannelsLast);
        return new Value(pixels, "");
    }

    private Tensor loss(Batch batch) {
        List<Value> outputs = net.apply(Pass.training(), input(batch));
        Training.inFloat32();
        DetectorLoss.Loss loss = DetectorLoss.of(outputs, batch.assignment());
        for (int i = 0; i < losses.length; i++) {
            losses[i] = losses[i] == 0 ? loss.parts()[i] : losses[i] * (1 - LATEST) + loss.parts()[i] * LATEST;
        }
        return loss.total();
    }

    String losses() {
        return "score %.3f box %.3f corners %.4f sides %.4f IoU %.3f"
                .formatted(losses[0], losses[1], losses[2], losses[3], losses[4]);
    }

    @Override
    public void close() {
        steps.close();
    }
}
