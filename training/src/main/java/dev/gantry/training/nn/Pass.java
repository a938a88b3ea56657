package dev.gantry.training.nn;

import static dev.gantry.training.export.OnnxGraph.integer;
import static dev.gantry.training.export.OnnxGraph.integers;
import static dev.gantry.training.export.OnnxGraph.text;

import dev.gantry.training.export.OnnxGraph;
import dev.gantry.training.export.OnnxWeights;
import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * One run through a net: training, evaluating or, when it has a graph, also writing each operation down as ONNX; or, the
 * other way round, taking each layer's numbers from an ONNX file as it comes to them. The operations without numbers of their own are its methods; those with numbers are layers, which are given the pass.
 */
public final class Pass {

    private static final double NORM_EPSILON = 1e-5;

    private final boolean training;
    private final @Nullable OnnxGraph graph;
    private final @Nullable OnnxWeights source;

    private Pass(boolean training, @Nullable OnnxGraph graph, @Nullable OnnxWeights source) {
        this.training = training;
        this.graph = graph;
        this.source = source;
    }

    /** Batch statistics are used and updated. */
    public static Pass training() {
        return new Pass(true, null, null);
    }

    /** Running statistics are used, nothing changes. */
    public static Pass evaluation() {
        return new Pass(false, null, null);
    }

    /** As evaluation, and each operation is added to the graph. */
    public static Pass export(OnnxGraph graph) {
        return new Pass(false, graph, null);
    }

    /** As evaluation, and each layer first takes its numbers from the file; what runs through must be a typical batch. */
    public static Pass importing(OnnxWeights source) {
        return new Pass(false, null, source);
    }

    boolean isTraining() {
        return training;
    }

    boolean isImporting() {
        return source != null;
    }

    /** When importing, replaces the tensor's numbers with those that the file has next. */
    void take(Tensor tensor) {
        if (source != null) {
            long[] shape = Tensors.shape(tensor);
            tensor.data().copy_(Tensors.of(source.next(shape), shape));
        }
    }

    /** Pairs a result with the node that the graph, if there is one, shall get for it. */
    Value result(Tensor tensor, Function<OnnxGraph, String> emit) {
        return new Value(tensor, graph == null ? "" : emit.apply(graph));
    }

    public Value constant(Tensor tensor) {
        take(tensor);
        return result(tensor, g -> g.constant(Tensors.floats(tensor), Tensors.shape(tensor)));
    }

    public Value add(Value a, Value b) {
        return result(a.tensor().add(b.tensor()), g -> g.node("Add", List.of(a.name(), b.name())));
    }

    public Value multiply(Value a, Value b) {
        return result(a.tensor().mul(b.tensor()), g -> g.node("Mul", List.of(a.name(), b.name())));
    }

    public Value relu(Value x) {
        return result(torch.relu(x.tensor()), g -> g.node("Relu", List.of(x.name())));
    }

    public Value maxPool(Value x, long height, long width) {
        long[] window = {height, width};
        return result(
                torch.max_pool2d(x.tensor(), window, window, new long[] {0, 0}, new long[] {1, 1}, false),
                g -> g.node(
                        "MaxPool", List.of(x.name()), integers("kernel_shape", window), integers("strides", window)));
    }

    /** Nearest-neighbour enlargement to twice the height and width. */
    public Value twice(Value x) {
        long[] size = {x.tensor().size(2) * 2, x.tensor().size(3) * 2};
        return result(
                torch.upsample_nearest2d(x.tensor(), size, new DoubleOptional(2.0), new DoubleOptional(2.0)),
                g -> g.node(
                        "Resize",
                        List.of(x.name(), "", g.constant(new float[] {1, 1, 2, 2}, 4)),
                        text("mode", "nearest"),
                        text("coordinate_transformation_mode", "asymmetric"),
                        text("nearest_mode", "floor")));
    }

    public Value matmul(Value a, Value b) {
        Tensor product = torch.matmul(a.tensor(), b.tensor());
        return result(product, g -> {
            g.addCost(product.numel() * a.tensor().size(a.tensor().dim() - 1));
            return g.node("MatMul", List.of(a.name(), b.name()));
        });
    }

    /** Softmax over the last axis. */
    public Value softmax(Value x) {
        return result(x.tensor().softmax(-1), g -> g.node("Softmax", List.of(x.name()), integer("axis", -1)));
    }

    /** At most one size may be -1. */
    public Value reshape(Value x, long... shape) {
        return result(x.tensor().reshape(shape), g -> g.node("Reshape", List.of(x.name(), g.constant(shape))));
    }

    public Value permute(Value x, long... order) {
        return result(x.tensor().permute(order), g -> g.node("Transpose", List.of(x.name()), integers("perm", order)));
    }

    /** Layer normalisation over the last axis. */
    Value layerNorm(Value x, Tensor scale, Tensor shift) {
        take(scale);
        take(shift);
        return result(
                torch.layer_norm(
                        x.tensor(),
                        Tensors.shape(scale),
                        new TensorOptional(scale),
                        new TensorOptional(shift),
                        NORM_EPSILON,
                        false),
                g -> g.node(
                        "LayerNormalization",
                        List.of(
                                x.name(),
                                constant(scale).name(),
                                constant(shift).name()),
                        integer("axis", -1)));
    }
}
