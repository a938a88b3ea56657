package dev.gantry.training.nn;

import dev.gantry.training.export.OnnxWeights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What every training run does alike: precision, one optimiser step, the average and checkpoints. */
public final class Training {

    private static final int CHECKPOINT_VERSION = 1;

    private final Parameters net;
    private final Parameters averaged;
    private final AdamW optimizer;
    private final Average average;
    private final boolean bfloat16 = torch.get_autocast_dtype(DeviceType.CPU) == ScalarType.BFloat16;
    private long step;

    public Training(Parameters net, Parameters averaged, AdamW optimizer, double averageDecay) {
        this.net = net;
        this.averaged = averaged;
        this.optimizer = optimizer;
        this.average = new Average(net, averaged, averageDecay);
    }

    /** Steps done so far. */
    public long step() {
        return step;
    }

    /**
     * One step: the forward pass in bfloat16 where that pays, loss and backward pass in float32. Native memory of the step
     * is freed.
     *
     * @param forward computes the net's outputs and from them the loss, calling {@link #inFloat32} between the two
     * @param rate learning rate
     */
    public void step(Supplier<Tensor> forward, double rate) {
        try (var scope = new PointerScope()) {
            torch.set_autocast_enabled(DeviceType.CPU, bfloat16);
            Tensor loss;
            try {
                loss = forward.get();
            } finally {
                torch.set_autocast_enabled(DeviceType.CPU, false);
            }
            if (Float.isFinite(loss.item_float())) {
                loss.backward();
                optimizer.step(rate);
            }
            step++;
            average.update(step);
        }
    }

    /** Ends the bfloat16 part of a forward pass: losses want full precision. */
    public static void inFloat32() {
        torch.set_autocast_enabled(DeviceType.CPU, false);
    }

    /**
     * Process-wide libtorch settings: autocast to the faster precision without its cache, the seed and the number of threads.
     *
     * @throws IllegalArgumentException when libtorch computes wrongly on this processor
     */
    public static void prepare(long seed, int threads) {
        torch.set_num_threads(threads);
        torch.globalContext().setUserEnabledNNPACK(false); // never used, and warns that it cannot start
        torch.set_autocast_cache_enabled(false);
        torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        try (var scope = new PointerScope()) {
            Kernels.requireRight();
            if (!Kernels.bfloat16Pays()) {
                torch.set_autocast_dtype(DeviceType.CPU, ScalarType.Float);
            }
        }
        torch.manual_seed(seed);
    }

    /**
     * Starts from an exported model instead of from random numbers: both nets take its weights.
     *
     * @param forward runs the net on a typical batch with the pass that it is given
     * @throws IllegalArgumentException when the weights are of another net
     */
    public void start(OnnxWeights weights, Consumer<Pass> forward) {
        try (var scope = new PointerScope();
                var noGradients = new NoGradGuard()) {
            forward.accept(Pass.importing(weights));
        }
        weights.requireEnd();
        average.restart();
    }

    /** Writes all that is needed to go on as if never interrupted; the file is replaced in one move. */
    public void save(Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (var scope = new PointerScope();
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
            out.writeInt(CHECKPOINT_VERSION);
            out.writeLong(step);
            net.write(out);
            averaged.write(out);
            optimizer.write(out);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    public void load(Path file) throws IOException {
        try (var scope = new PointerScope();
                var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int version = in.readInt();
            if (version != CHECKPOINT_VERSION) {
                throw new IOException(file + " is a checkpoint of version " + version + ", not " + CHECKPOINT_VERSION);
            }
            step = in.readLong();
            net.read(in);
            averaged.read(in);
            optimizer.read(in);
        }
    }

    /** Learning rate: a linear warm-up, then a cosine down to 2 % of the peak. */
    public static double cosine(double peak, long step, long warmUp, long steps) {
        double rise = Math.min(1, (step + 1.0) / warmUp);
        double progress = Math.min(1, (double) step / steps);
        return peak * rise * (0.5 * (1 + Math.cos(Math.PI * progress)) * 0.98 + 0.02);
    }
}
