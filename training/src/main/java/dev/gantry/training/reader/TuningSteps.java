package dev.gantry.training.reader;

import dev.gantry.training.export.OnnxWeights;
import dev.gantry.training.nn.AdamW;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Training;
import dev.gantry.training.nn.Value;
import dev.gantry.training.run.Steps;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * The steps of a fine-tuning: the user's plates teach their texts, and on drawn plates the net must go on to answer what
 * the old one answers (Li and Hoiem, "Learning without forgetting", 2016). Texts of drawn plates would not keep what it
 * knows: few are seen, and each pulls the weights its own way.
 */
final class TuningSteps implements AutoCloseable {

    /** The user's plates in a batch come first. */
    private static final int OWN = 8;

    private static final int DRAWN = 24;

    /** That of a training from scratch, fifty times as high, would destroy what the model knows. */
    private static final double RATE = 3e-5;

    /** Share of the steps in which the rate rises to it. */
    private static final double WARM_UP = 0.1;

    /** Weight of remembering against learning; large, since a divergence that costs plates is a small number. */
    private static final double KEEP = 30;

    /** The old weights are where it starts, so nothing may draw the weights to zero. */
    private static final double NO_DECAY = 0;

    private static final double LONGEST_GRADIENT = 5;

    /** A mean over about twenty steps. */
    private static final double AVERAGE_DECAY = 0.95;

    private final Alphabet alphabet;
    private final ReaderNet old;
    private final ReaderNet net;
    private final ReaderNet averaged;
    private final Steps<StripBatch> steps;
    private final StripBatch.Source source;
    private final long seed;

    /** @param length the steps of the whole fine-tuning: the learning rate ends there */
    TuningSteps(Alphabet alphabet, RealStrips plates, long seed, long length) {
        var drawn = new DrawnStrips(alphabet, seed, DRAWN);
        this.alphabet = alphabet;
        this.seed = seed;
        this.source = (step, place, random) -> place < OWN ? plates.sample(random) : drawn.sample(step, random);
        old = new ReaderNet(alphabet.classes());
        net = new ReaderNet(alphabet.classes());
        averaged = new ReaderNet(alphabet.classes());
        var training = new Training(
                net.parameters(),
                averaged.parameters(),
                new AdamW(net.parameters(), NO_DECAY, LONGEST_GRADIENT),
                AVERAGE_DECAY);
        long warmUp = Math.max(1, Math.round(length * WARM_UP));
        steps = new Steps<>(
                training, this::batch, this::loss, step -> Training.cosine(RATE, step, warmUp, Math.max(1, length)));
    }

    /** @throws IllegalArgumentException when the model is of another net */
    void start(OnnxWeights model) {
        Value input = new Value(batch(0).tensor(), "");
        steps.training().start(model, pass -> net.apply(pass, input));
        old.parameters().mix(net.parameters(), net.parameters(), 1);
    }

    private StripBatch batch(long step) {
        return StripBatch.of(source, seed, step, OWN + DRAWN);
    }

    private Tensor loss(StripBatch batch) {
        Tensor strips = batch.tensor();
        ReaderNet.Outputs outputs = net.apply(Pass.evaluation(), new Value(strips, ""));
        ReaderNet.Outputs before;
        try (var noGradients = new NoGradGuard()) {
            before = old.apply(Pass.evaluation(), new Value(strips.narrow(0, OWN, DRAWN), ""));
        }
        Training.inFloat32();
        ReaderLoss.Loss taught =
                ReaderLoss.of(outputs.part(0, OWN), batch.texts().subList(0, OWN), alphabet);
        ReaderNet.Outputs drawn = outputs.part(OWN, DRAWN);
        Tensor forgotten = ReaderLoss.divergence(drawn, before);
        return taught.total().add(forgotten.mul(new Scalar(KEEP)));
    }

    void step() {
        steps.step();
    }

    ReaderNet old() {
        return old;
    }

    /** What has been learned so far. */
    ReaderNet copyOfAverage() {
        var copy = new ReaderNet(alphabet.classes());
        copy.parameters().mix(averaged.parameters(), averaged.parameters(), 1);
        return copy;
    }

    @Override
    public void close() {
        steps.close();
    }
}
