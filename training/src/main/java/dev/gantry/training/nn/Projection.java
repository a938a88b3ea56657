package dev.gantry.training.nn;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** A convolution with a bias and nothing after it: the last layer of a convolutional head. */
public final class Projection {

    private final Convolution.Shape shape;
    private final Tensor weight;
    private final Tensor bias;

    /** @param initialWeight multiplies the usual random start; small values start all outputs near their bias */
    public Projection(
            Parameters parameters, String name, Convolution.Shape shape, double initialWeight, float[] initialBias) {
        this.shape = shape;
        weight = parameters.weight(name + ".weight", shape.initialWeight().mul(new Scalar(initialWeight)));
        bias = parameters.weight(name + ".bias", Tensors.of(initialBias, initialBias.length));
    }

    public Value apply(Pass pass, Value x) {
        pass.take(weight);
        pass.take(bias);
        Tensor y = shape.apply(x.tensor(), weight).add(bias.view(1, -1, 1, 1));
        return pass.result(y, graph -> shape.emit(graph, x.name(), Tensors.floats(weight), Tensors.floats(bias), y));
    }
}
