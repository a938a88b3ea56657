package dev.gantry.testing;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Builds ONNX models of a few nodes, and writes them with a card as a user would keep them. */
public final class TinyModel {

    private static final int FLOAT = 1;
    private static final int LONG = 7;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");

    /**
     * An input.
     *
     * @param shape -1 where a dimension varies
     */
    public TinyModel input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return this;
    }

    /** An output that is the same for every input. */
    public TinyModel constant(String name, float[] values, long... shape) {
        weights(name + "_values", values, shape);
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .addInput(name + "_values")
                .addOutput(name));
        graph.addOutput(value(name, shape));
        return this;
    }

    /** A convolution without overlap or padding: its stride is its kernel's size. */
    public TinyModel patches(String from, String to, float[] weights, float[] bias, int inputs, int height, int width) {
        weights(to + "_weights", weights, bias.length, inputs, height, width);
        weights(to + "_bias", bias, bias.length);
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Conv")
                .addAllInput(List.of(from, to + "_weights", to + "_bias"))
                .addOutput(to)
                .addAttribute(longs("kernel_shape", height, width))
                .addAttribute(longs("strides", height, width)));
        return this;
    }

    /** Takes away a dimension of size 1. */
    public TinyModel squeeze(String from, String to, long dimension) {
        graph.addInitializer(TensorProto.newBuilder()
                .setName(to + "_axes")
                .setDataType(LONG)
                .addDims(1)
                .addInt64Data(dimension));
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Squeeze")
                .addInput(from)
                .addInput(to + "_axes")
                .addOutput(to));
        return this;
    }

    public TinyModel output(String name, long... shape) {
        graph.addOutput(value(name, shape));
        return this;
    }

    public byte[] bytes() {
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    /** Writes NAME.onnx and NAME.json and returns the path of the former. */
    public Path write(Path folder, String name, String card) {
        return write(folder, name, card, bytes());
    }

    public static Path write(Path folder, String name, String card, byte[] onnx) {
        try {
            Files.writeString(folder.resolve(name + ".json"), card);
            return Files.write(folder.resolve(name + ".onnx"), onnx);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void weights(String name, float[] values, long... shape) {
        var tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
        LongStream.of(shape).forEach(tensor::addDims);
        var list = new ArrayList<Float>();
        for (float value : values) {
            list.add(value);
        }
        graph.addInitializer(tensor.addAllFloatData(list));
    }

    private static AttributeProto longs(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        LongStream.of(values).forEach(attribute::addInts);
        return attribute.build();
    }

    private static ValueInfoProto value(String name, long... shape) {
        var dimensions = TensorShapeProto.newBuilder();
        for (int i = 0; i < shape.length; i++) {
            var dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(shape[i] < 0 ? dimension.setDimParam(name + i) : dimension.setDimValue(shape[i]));
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
