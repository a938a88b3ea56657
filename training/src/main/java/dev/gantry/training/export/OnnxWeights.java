package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The weights of an ONNX file that {@link OnnxGraph} wrote, in the order in which its net uses them, whether
 * {@link Quantizer} has made them int8 since or not.
 */
public final class OnnxWeights {

    /** The operations whose constants are weights; those of others (Resize, Reshape) are sizes. */
    private static final Set<String> WEIGHTED = Set.of("Conv", "MatMul", "Add", "Mul", "LayerNormalization");

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final int INT8 = TensorProto.DataType.INT8.getNumber();

    /** What a new class's bias lacks against the one that it stems from. */
    private static final float DOUBT = 4;

    private final Deque<Weight> weights = new ArrayDeque<>();

    private record Weight(long[] shape, float[] values) {

        Weight regrown(int before, List<Origin> origins) {
            int axis = 0;
            while (axis < shape.length && shape[axis] != before) {
                axis++;
            }
            if (axis == shape.length) {
                return this;
            }
            int inner = 1;
            for (int i = axis + 1; i < shape.length; i++) {
                inner *= (int) shape[i];
            }
            int outer = values.length / inner / before;
            boolean bias = shape.length == 1;
            var regrown = new float[outer * origins.size() * inner];
            for (int i = 0; i < regrown.length; i++) {
                Origin origin = origins.get(i / inner % origins.size());
                int row = i / inner / origins.size();
                regrown[i] = origin.old() < 0 ? Float.NaN : values[(row * before + origin.old()) * inner + i % inner];
                regrown[i] -= bias && origin.fresh() ? DOUBT : 0;
            }
            long[] size = shape.clone();
            size[axis] = origins.size();
            return new Weight(size, regrown);
        }
    }

    private OnnxWeights(ModelProto model) {
        Map<String, TensorProto> constants = new HashMap<>();
        model.getGraph().getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        Map<String, NodeProto> quantized = new HashMap<>();
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (node.getOpType().equals("DequantizeLinear") && constants.containsKey(node.getInput(0))) {
                quantized.put(node.getOutput(0), node);
            }
        }
        for (String input : inputs(model.getGraph())) {
            TensorProto constant = constants.get(input);
            NodeProto scaled = quantized.get(input);
            if (constant != null && constant.getDataType() == FLOAT) {
                weights.add(new Weight(shape(constant), Raw.floats(constant)));
            } else if (scaled != null) {
                weights.add(dequantized(scaled, constants));
            }
        }
    }

    /** Names of all that may be a weight, in the order in which the net uses it. */
    static Set<String> inputs(GraphProto graph) {
        Set<String> inputs = new LinkedHashSet<>();
        graph.getNodeList().stream()
                .filter(node -> WEIGHTED.contains(node.getOpType()))
                .forEach(node -> inputs.addAll(node.getInputList()));
        return inputs;
    }

    public static OnnxWeights read(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /**
     * Those of a reader that is to tell the given characters, where it tells fewer by the card beside it.
     *
     * @param characters the blank left out
     */
    public static OnnxWeights read(Path file, List<String> characters) throws IOException {
        List<String> older = Origin.alphabet(file);
        return older.isEmpty() ? read(file) : read(file).withCharacters(older, characters);
    }

    /** @throws IllegalArgumentException when the bytes are no ONNX model */
    public static OnnxWeights of(byte[] model) {
        try {
            return new OnnxWeights(ModelProto.parseFrom(model));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX model", e);
        }
    }

    /**
     * For a reader that tells more characters: an axis of as many places as there were classes gets one for each class now.
     *
     * @param older its alphabet; no other axis of the net has as many places as it has classes
     * @param now the new one's alphabet
     */
    public OnnxWeights withCharacters(List<String> older, List<String> now) {
        return withClasses(older.size() + 1, Origin.of(older, now));
    }

    /** As {@link #withCharacters}; what belongs to new characters alone is NaN. */
    OnnxWeights withoutNewCharacters(List<String> older, List<String> now) {
        return withClasses(
                older.size() + 1,
                Origin.of(older, now).stream().map(Origin::known).toList());
    }

    private OnnxWeights withClasses(int before, List<Origin> origins) {
        List<Weight> regrown =
                weights.stream().map(weight -> weight.regrown(before, origins)).toList();
        weights.clear();
        weights.addAll(regrown);
        return this;
    }

    /**
     * A square convolution from as many channels to as many that the file lacks begins as one that changes nothing, so that a
     * deeper net starts with what a shallower one knows (Chen et al., "Net2Net", 2016).
     *
     * @param shape what the net expects next
     * @throws IllegalArgumentException when the file's next weight has another shape: it belongs to another net
     */
    public float[] next(long... shape) {
        Weight weight = weights.peek();
        if (weight != null && Arrays.equals(weight.shape(), shape)) {
            return weights.remove().values();
        }
        if (!keepsSize(shape)) {
            throw new IllegalArgumentException("the ONNX file is of another net: where this one has "
                    + Arrays.toString(shape) + ", it has "
                    + (weight == null ? "nothing" : Arrays.toString(weight.shape())));
        }
        weights.addFirst(new Weight(new long[] {shape[0]}, new float[(int) shape[0]])); // its bias
        return unchanging(shape);
    }

    /** @throws IllegalArgumentException when the file has weights that the net has not asked for */
    public void requireEnd() {
        if (!weights.isEmpty()) {
            throw new IllegalArgumentException(
                    "the ONNX file is of another net: it has " + weights.size() + " weights more");
        }
    }

    private static boolean keepsSize(long[] shape) {
        return shape.length == 4 && shape[0] == shape[1] && shape[2] == shape[3] && shape[2] % 2 == 1;
    }

    /** Each channel's middle is 1. */
    private static float[] unchanging(long[] shape) {
        int channels = (int) shape[0];
        int kernel = (int) (shape[2] * shape[3]);
        var values = new float[channels * channels * kernel];
        for (int i = 0; i < channels; i++) {
            values[(i * channels + i) * kernel + kernel / 2] = 1;
        }
        return values;
    }

    /** Integers times their channel's scale. */
    private static Weight dequantized(NodeProto node, Map<String, TensorProto> constants) {
        TensorProto tensor = Objects.requireNonNull(constants.get(node.getInput(0)));
        float[] scales = Raw.floats(Objects.requireNonNull(constants.get(node.getInput(1))));
        float[] values = tensor.getDataType() == INT8 ? Raw.signedBytes(tensor) : Raw.integers(tensor);
        int fan = values.length / scales.length;
        for (int i = 0; i < values.length; i++) {
            values[i] *= scales[i / fan];
        }
        return new Weight(shape(tensor), values);
    }

    static long[] shape(TensorProto tensor) {
        return tensor.getDimsList().stream().mapToLong(Long::longValue).toArray();
    }
}
