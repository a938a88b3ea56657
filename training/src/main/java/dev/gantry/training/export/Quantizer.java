package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Static int8 quantisation: every convolution whose result is quantised again gets int8 weights (one scale a channel) and
 * uint8 activations, written as QuantizeLinear and DequantizeLinear pairs that ONNX Runtime fuses into integer kernels.
 * The bias scale is exactly the activation's times the weight's; otherwise nothing is fused and all gets slower. Heads,
 * whose results leave the model, stay in float, and so does what sees the input itself: with one channel or three, integer
 * kernels take longer than float ones (a sixth of the reader's time). Scheme after Jacob et al., "Quantization and Training
 * of Neural Networks for Efficient Integer-Arithmetic-Only Inference", 2018.
 */
public final class Quantizer {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final int UINT8 = TensorProto.DataType.UINT8.getNumber();
    private static final int INT8 = TensorProto.DataType.INT8.getNumber();
    private static final int INT32 = TensorProto.DataType.INT32.getNumber();

    private static final float LARGEST_WEIGHT = 127;

    /**
     * Processors without VNNI add the products of two neighbouring weights in 16 bits, where 255 * 128 still has room and
     * anything more is cut off without a word: the same model would see less on them. One is for rounding.
     */
    private static final float LARGEST_PAIR = 127;

    private static final float LEVELS = 255;
    private static final float SMALLEST = 1e-8f;

    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, List<NodeProto>> consumers = new HashMap<>();
    private final Map<String, Calibration.Range> ranges;
    private final GraphProto.Builder result;
    private final Map<String, String> quantized = new HashMap<>();
    private final Map<String, Float> scales = new HashMap<>();

    private Quantizer(ModelProto model, Map<String, Calibration.Range> ranges) {
        this.graph = model.getGraph();
        this.ranges = ranges;
        this.result = graph.toBuilder().clearNode();
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            node.getInputList()
                    .forEach(input -> consumers
                            .computeIfAbsent(input, name -> new ArrayList<>())
                            .add(node));
        }
    }

    /**
     * @param model an fp32 model of {@link OnnxGraph}'s making
     * @param calibration typical inputs, from which the activations' ranges are taken
     */
    public static byte[] quantize(byte[] model, Calibration calibration) {
        try {
            ModelProto proto = ModelProto.parseFrom(model);
            Set<String> activations = activations(proto.getGraph());
            var quantizer = new Quantizer(proto, calibration.ranges(proto, activations));
            return proto.toBuilder()
                    .setGraph(quantizer.rewrite(activations))
                    .build()
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX model", e);
        }
    }

    /** Results of convolutions and sums, taken behind the Relu. */
    private static Set<String> activations(GraphProto graph) {
        Map<String, NodeProto> relus = new HashMap<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Relu")) {
                relus.put(node.getInput(0), node);
            }
        }
        Set<String> outward = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            if (node.getOpType().equals("Identity")) {
                outward.add(node.getInput(0));
            }
        }
        Set<String> activations = new HashSet<>();
        for (NodeProto node : graph.getNodeList()) {
            boolean convolution = node.getOpType().equals("Conv");
            boolean sum = node.getOpType().equals("Add") && activations.containsAll(node.getInputList());
            boolean passing =
                    node.getOpType().equals("MaxPool") || node.getOpType().equals("Resize");
            NodeProto relu = relus.get(node.getOutput(0));
            if (convolution && relu != null) {
                activations.add(relu.getOutput(0));
            } else if ((sum || passing) && activations.contains(node.getInput(0))) {
                activations.add(node.getOutput(0));
            }
        }
        activations.removeAll(outward);
        return activations;
    }

    private GraphProto rewrite(Set<String> activations) {
        for (NodeProto node : graph.getNodeList()) {
            NodeProto.Builder copy = node.toBuilder();
            for (int i = 0; i < node.getInputCount(); i++) {
                copy.setInput(i, quantized.getOrDefault(node.getInput(i), node.getInput(i)));
            }
            if (node.getOpType().equals("Conv") && isQuantizedAfter(node, activations)) {
                quantizeWeights(node, copy);
            }
            result.addNode(copy);
            for (String output : node.getOutputList()) {
                if (activations.contains(output)) {
                    quantizeActivation(output);
                }
            }
        }
        return withoutUnused().build();
    }

    /** The float weights that int8 ones have replaced are left out. */
    private GraphProto.Builder withoutUnused() {
        Set<String> used = new HashSet<>();
        result.getNodeList().forEach(node -> used.addAll(node.getInputList()));
        List<TensorProto> kept = result.getInitializerList().stream()
                .filter(tensor -> used.contains(tensor.getName()))
                .toList();
        return result.clearInitializer().addAllInitializer(kept);
    }

    private boolean isQuantizedAfter(NodeProto convolution, Set<String> activations) {
        if (!quantized.containsKey(convolution.getInput(0))) {
            return false;
        }
        List<NodeProto> next = consumers.getOrDefault(convolution.getOutput(0), List.of());
        return next.size() == 1
                && next.getFirst().getOpType().equals("Relu")
                && activations.contains(next.getFirst().getOutput(0));
    }

    private void quantizeActivation(String name) {
        Calibration.Range range = java.util.Objects.requireNonNull(ranges.get(name));
        float low = Math.min(0, range.low());
        float high = Math.max(0, range.high());
        float scale = Math.max(SMALLEST, (high - low) / LEVELS);
        int zero = Math.clamp(Math.round(-low / scale), 0, (int) LEVELS);
        String scaleName = constant(name + "_scale", FLOAT, Raw.floats(scale));
        String zeroName = constant(name + "_zero", UINT8, ByteString.copyFrom(new byte[] {(byte) zero}));
        pair(name, scaleName, zeroName);
        scales.put(name, scale);
    }

    private void pair(String name, String scale, String zero) {
        result.addNode(NodeProto.newBuilder()
                .setOpType("QuantizeLinear")
                .setName(name + "_quantize")
                .addAllInput(List.of(name, scale, zero))
                .addOutput(name + "_quantized"));
        result.addNode(NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .setName(name + "_dequantize")
                .addAllInput(List.of(name + "_quantized", scale, zero))
                .addOutput(name + "_dequantized"));
        quantized.put(name, name + "_dequantized");
    }

    private void quantizeWeights(NodeProto node, NodeProto.Builder copy) {
        TensorProto tensor = java.util.Objects.requireNonNull(constants.get(node.getInput(1)));
        float[] weights = Raw.floats(tensor);
        float[] bias = Raw.floats(java.util.Objects.requireNonNull(constants.get(node.getInput(2))));
        long[] shape = OnnxWeights.shape(tensor);
        int channels = bias.length;
        int fan = weights.length / channels;
        float inputScale = scales.getOrDefault(node.getInput(0), 1f);
        var scale = new float[channels];
        var biasScale = new float[channels];
        var bytes = new byte[weights.length];
        var integers = new int[channels];
        for (int channel = 0; channel < channels; channel++) {
            scale[channel] = weightScale(Arrays.copyOfRange(weights, channel * fan, (channel + 1) * fan), shape);
            biasScale[channel] = scale[channel] * inputScale;
            integers[channel] = Math.round(bias[channel] / biasScale[channel]);
            for (int i = 0; i < fan; i++) {
                bytes[channel * fan + i] = (byte) Math.round(weights[channel * fan + i] / scale[channel]);
            }
        }
        String name = node.getName();
        copy.setInput(
                1, perChannel(name + "_weight", INT8, ByteString.copyFrom(bytes), scale, new byte[channels], shape));
        copy.setInput(
                2,
                perChannel(name + "_bias", INT32, Raw.integers(integers), biasScale, new byte[channels * 4], channels));
    }

    /**
     * So that the largest weight of a channel, and each sum of two that ONNX Runtime multiplies side by side, has room. It
     * goes through the inputs of one place of the kernel before it goes to the next place.
     *
     * @param shape outputs, inputs, kernel's height, width
     */
    private static float weightScale(float[] channel, long[] shape) {
        int inputs = Math.toIntExact(shape[1]);
        int places = channel.length / inputs;
        float largest = SMALLEST;
        float largestPair = SMALLEST;
        float before = 0;
        for (int i = 0; i < channel.length; i++) {
            float weight = channel[i % inputs * places + i / inputs];
            largest = Math.max(largest, Math.abs(weight));
            largestPair = Math.max(largestPair, Math.abs(weight + before));
            before = weight;
        }
        return Math.max(largest / LARGEST_WEIGHT, largestPair / LARGEST_PAIR);
    }

    private String perChannel(String name, int type, ByteString data, float[] scale, byte[] zeros, long... shape) {
        String values = constant(name, type, data, shape);
        String scaleName = constant(name + "_scale", FLOAT, Raw.floats(scale), scale.length);
        String zeroName = constant(name + "_zero", type, ByteString.copyFrom(zeros), scale.length);
        String output = name + "_dequantized";
        result.addNode(NodeProto.newBuilder()
                .setOpType("DequantizeLinear")
                .setName(name + "_dequantize")
                .addAllInput(List.of(values, scaleName, zeroName))
                .addOutput(output)
                .addAttribute(OnnxGraph.integer("axis", 0)));
        return output;
    }

    private String constant(String name, int type, ByteString data, long... shape) {
        var tensor = TensorProto.newBuilder().setName(name).setDataType(type).setRawData(data);
        for (long size : shape) {
            tensor.addDims(size);
        }
        result.addInitializer(tensor);
        return name;
    }
}
