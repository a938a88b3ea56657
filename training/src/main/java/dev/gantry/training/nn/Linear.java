package dev.gantry.training.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A matrix and a bias applied to the last axis. */
public final class Linear {

    private final Tensor weight;
    private final Tensor bias;

    public Linear(Parameters parameters, String name, int in, int out) {
        weight = parameters.weight(name + ".weight", torch.randn(in, out).mul(new Scalar(Math.sqrt(1.0 / in))));
        bias = parameters.weight(name + ".bias", torch.zeros(out));
    }

    public Value apply(Pass pass, Value x) {
        return pass.add(pass.matmul(x, pass.constant(weight)), pass.constant(bias));
    }
}
