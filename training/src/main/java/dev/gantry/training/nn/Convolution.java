package dev.gantry.training.nn;

import static dev.gantry.training.export.OnnxGraph.integers;

import dev.gantry.training.export.OnnxGraph;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * Convolution, batch normalisation and ReLU, exported as one Conv (the normalisation folded into its weights) and one
 * Relu. Weights start after He et al., "Delving Deep into Rectifiers", 2015.
 */
public final class Convolution {

    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    /** Projections to a multiple of so many channels were right in every size that was tried; 13, 74 and 80 went wrong. */
    private static final int VECTOR = 32;

    private final Shape shape;
    private final Tensor weight;
    private final Tensor scale;
    private final Tensor shift;
    private final Tensor mean;
    private final Tensor variance;

    /**
     * @param height the kernel's height
     * @param width the kernel's width
     * @param padHeight rows of zeros above and below
     * @param padWidth columns of zeros left and right
     */
    public record Shape(int in, int out, int height, int width, int stride, int padHeight, int padWidth) {

        /** A square kernel with as much padding as keeps the size. */
        public static Shape square(int in, int out, int kernel, int stride) {
            return new Shape(in, out, kernel, kernel, stride, kernel / 2, kernel / 2);
        }

        Tensor initialWeight() {
            double deviation = Math.sqrt(2.0 / ((double) in * height * width));
            return torch.randn(out, in, height, width).mul(new Scalar(deviation));
        }

        /** In the layout and the numbers of channels for which the kernels are right and fast: see {@link Kernels}. */
        Tensor apply(Tensor x, Tensor weight) {
            Tensor input = in == 1 ? torch.cat(new TensorVector(x, torch.zeros_like(x)), 1) : x;
            Tensor kernel = in == 1 ? torch.cat(new TensorVector(weight, torch.zeros_like(weight)), 1) : weight;
            int missing = height * width == 1 ? Math.floorMod(-out, VECTOR) : 0;
            if (missing > 0) {
                kernel = torch.cat(new TensorVector(kernel, torch.zeros(missing, in, height, width)), 0);
            }
            Tensor y = torch.conv2d(
                    input.contiguous(MemoryFormat.ChannelsLast),
                    kernel,
                    new TensorOptional(),
                    new long[] {stride, stride},
                    new long[] {padHeight, padWidth},
                    new long[] {1, 1},
                    1);
            return missing > 0 ? y.narrow(1, 0, out) : y;
        }

        /** @param result the convolution's result, for its size */
        String emit(OnnxGraph graph, String x, float[] weight, float[] bias, Tensor result) {
            graph.addCost(weight.length * result.size(2) * result.size(3) * result.size(0));
            return graph.node(
                    "Conv",
                    List.of(x, graph.constant(weight, out, in, height, width), graph.constant(bias, out)),
                    integers("kernel_shape", height, width),
                    integers("strides", stride, stride),
                    integers("pads", padHeight, padWidth, padHeight, padWidth));
        }
    }

    public Convolution(Parameters parameters, String name, Shape shape) {
        this.shape = shape;
        weight = parameters.weight(name + ".weight", shape.initialWeight());
        scale = parameters.weight(name + ".scale", torch.ones(shape.out()));
        shift = parameters.weight(name + ".shift", torch.zeros(shape.out()));
        mean = parameters.buffer(name + ".mean", torch.zeros(shape.out()));
        variance = parameters.buffer(name + ".variance", torch.ones(shape.out()));
    }

    public Value apply(Pass pass, Value x) {
        if (pass.isImporting()) {
            unfold(pass, x.tensor());
        }
        Tensor y = torch.batch_norm(
                shape.apply(x.tensor(), weight),
                new TensorOptional(scale),
                new TensorOptional(shift),
                new TensorOptional(mean),
                new TensorOptional(variance),
                pass.isTraining(),
                MOMENTUM,
                EPSILON,
                false);
        return pass.relu(pass.result(y, graph -> emitFolded(graph, x.name(), y)));
    }

    /**
     * The way back from a folded convolution: the normalisation takes the statistics of what comes through just now and
     * undoes itself, so that the layer computes the same whether it normalises with these or with a similar batch's.
     */
    private void unfold(Pass pass, Tensor x) {
        pass.take(weight);
        pass.take(shift);
        long[] places = {0, 2, 3};
        Tensor result = shape.apply(x, weight);
        mean.copy_(result.mean(places));
        variance.copy_(result.var(places, false, false));
        scale.data().copy_(variance.add(new Scalar(EPSILON)).sqrt());
        shift.data().add_(mean);
    }

    private String emitFolded(OnnxGraph graph, String x, Tensor result) {
        float[] w = Tensors.floats(weight);
        float[] gain = Tensors.floats(scale);
        float[] bias = Tensors.floats(shift);
        float[] m = Tensors.floats(mean);
        float[] v = Tensors.floats(variance);
        int fan = w.length / shape.out();
        for (int channel = 0; channel < shape.out(); channel++) {
            float factor = (float) (gain[channel] / Math.sqrt(v[channel] + EPSILON));
            for (int i = 0; i < fan; i++) {
                w[channel * fan + i] *= factor;
            }
            bias[channel] -= m[channel] * factor;
        }
        return shape.emit(graph, x, w, bias, result);
    }
}
