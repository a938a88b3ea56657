package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/** An ONNX graph under construction: nodes, constants, inputs and outputs, in the order in which they are added. */
public final class OnnxGraph {

    /** Opset 17 has LayerNormalization; IR version 8 belongs to it. */
    private static final long OPSET = 17;

    private static final long IR_VERSION = 8;
    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final int INT64 = TensorProto.DataType.INT64.getNumber();

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("gantry");
    private int count;
    private long multiplications;

    /** Notes what a layer costs: multiplications, each with an addition, for the shapes that are traced. */
    public void addCost(long more) {
        multiplications += more;
    }

    long multiplications() {
        return multiplications;
    }

    /** Adds a node with one output and returns the output's name. */
    public String node(String operation, List<String> inputs, AttributeProto... attributes) {
        String output = unique(operation.toLowerCase(Locale.ROOT));
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operation)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
        return output;
    }

    public String constant(float[] values, long... shape) {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return constant(FLOAT, ByteString.copyFrom(bytes.flip()), shape);
    }

    public String constant(long... values) {
        var bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            bytes.putLong(value);
        }
        return constant(INT64, ByteString.copyFrom(bytes.flip()), values.length);
    }

    private String constant(int type, ByteString data, long... shape) {
        String name = unique("constant");
        var tensor = TensorProto.newBuilder().setName(name).setDataType(type).setRawData(data);
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Declares an input; a size of -1 is open. */
    public String input(String name, long... shape) {
        graph.addInput(value(name, shape));
        return name;
    }

    /** Gives the value an outward name; a size of -1 is open. */
    public void output(String value, String name, long... shape) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType("Identity")
                .setName(name)
                .addInput(value)
                .addOutput(name));
        graph.addOutput(value(name, shape));
    }

    private ValueInfoProto value(String name, long... shape) {
        var dimensions = TensorShapeProto.newBuilder();
        for (long size : shape) {
            var dimension = TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(size < 0 ? dimension.setDimParam(unique("size")) : dimension.setDimValue(size));
        }
        var tensor = TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(dimensions);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    public byte[] toBytes() {
        return ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("gantry-training")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private String unique(String prefix) {
        return prefix + "_" + count++;
    }

    public static AttributeProto integer(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    public static AttributeProto text(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    public static AttributeProto integers(String name, long... values) {
        var attribute = AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (long value : values) {
            attribute.addInts(value);
        }
        return attribute.build();
    }
}
