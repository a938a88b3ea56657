package dev.gantry.training.nn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019) and clipping by the global norm. Ours rather than
 * libtorch's because its state must go into checkpoints. One-dimensional weights (scales, shifts, biases) do not decay.
 */
public final class AdamW {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final List<Tensor> weights;
    private final List<Tensor> means = new ArrayList<>();
    private final List<Tensor> squares = new ArrayList<>();
    private final double decay;
    private final double clip;
    private long steps;

    /**
     * @param decay share of each weight taken away in a step, times the learning rate
     * @param clip longest allowed gradient over all weights
     */
    public AdamW(Parameters parameters, double decay, double clip) {
        this.weights = parameters.weights();
        this.decay = decay;
        this.clip = clip;
        for (Tensor weight : weights) {
            means.add(torch.zeros_like(weight));
            squares.add(torch.zeros_like(weight));
        }
    }

    /** Moves the weights along their gradients and clears these. */
    public void step(double rate) {
        double norm = gradientNorm();
        if (!Double.isFinite(norm)) {
            // One overflow must not spoil the weights for good: this step is left out.
            clearGradients();
            return;
        }
        steps++;
        double shrink = Math.min(1, clip / (norm + EPSILON));
        double stepSize = rate / (1 - Math.pow(BETA1, steps));
        double correction = Math.sqrt(1 - Math.pow(BETA2, steps));
        for (int i = 0; i < weights.size(); i++) {
            Tensor weight = weights.get(i);
            Tensor gradient = weight.grad();
            if (!gradient.defined()) {
                continue;
            }
            gradient.mul_(new Scalar(shrink));
            Tensor mean = means.get(i).mul_(new Scalar(BETA1)).add_(gradient, new Scalar(1 - BETA1));
            Tensor square = squares.get(i).mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
            Tensor data = weight.data();
            if (weight.dim() > 1) {
                data.mul_(new Scalar(1 - rate * decay));
            }
            Tensor size = square.sqrt().div_(new Scalar(correction)).add_(new Scalar(EPSILON));
            data.addcdiv_(mean, size, new Scalar(-stepSize));
            gradient.zero_();
        }
    }

    private void clearGradients() {
        for (Tensor weight : weights) {
            Tensor gradient = weight.grad();
            if (gradient.defined()) {
                gradient.zero_();
            }
        }
    }

    private double gradientNorm() {
        double sum = 0;
        for (Tensor weight : weights) {
            Tensor gradient = weight.grad();
            if (gradient.defined()) {
                double norm = gradient.norm().item_float();
                sum += norm * norm;
            }
        }
        return Math.sqrt(sum);
    }

    public void write(DataOutputStream out) throws IOException {
        out.writeLong(steps);
        Parameters.write(out, means);
        Parameters.write(out, squares);
    }

    public void read(DataInputStream in) throws IOException {
        steps = in.readLong();
        Parameters.read(in, means);
        Parameters.read(in, squares);
    }
}
