package dev.gantry.training.nn;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Layer normalisation over the last axis with a learned scale and shift. */
public final class LayerNorm {

    private final Tensor scale;
    private final Tensor shift;

    public LayerNorm(Parameters parameters, String name, int size) {
        scale = parameters.weight(name + ".scale", torch.ones(size));
        shift = parameters.weight(name + ".shift", torch.zeros(size));
    }

    public Value apply(Pass pass, Value x) {
        return pass.layerNorm(x, scale, shift);
    }
}
