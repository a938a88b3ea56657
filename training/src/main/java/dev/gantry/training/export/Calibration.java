package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Typical inputs of a model, run through it to see which values its activations take. */
public record Calibration(List<Sample> samples) {

    /**
     * Values further out than this share on either side are cut off: they are rare and would coarsen all others. A detector's
     * plates are rare, too: of 2e-4 its scores lost 0.038 and its corners strayed by 3.2 % of the plate's height against the
     * model in float (334 training scenes); of 1e-5 it was 0.001 and 1.0 %, of nothing at all 0.000 and 1.1 %.
     */
    private static final double TAIL = 1e-5;

    public Calibration {
        samples = List.copyOf(samples);
    }

    /** One input and its shape. */
    public record Sample(float[] values, long[] shape) {}

    /** The values that an activation takes, tails apart. */
    record Range(float low, float high) {
        Range union(Range other) {
            return new Range(Math.min(low, other.low), Math.max(high, other.high));
        }
    }

    Map<String, Range> ranges(ModelProto model, Set<String> activations) {
        String input = model.getGraph().getInput(0).getName();
        var exposed = model.toBuilder();
        for (String activation : activations) {
            exposed.getGraphBuilder().addOutput(floats(activation));
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, Range> ranges = new HashMap<>();
        try (OrtSession session = environment.createSession(exposed.build().toByteArray())) {
            for (Sample sample : samples) {
                try (OnnxTensor tensor = OnnxTensor.createTensor(
                                environment, FloatBuffer.wrap(sample.values()), sample.shape());
                        OrtSession.Result result = session.run(Map.of(input, tensor))) {
                    for (String activation : activations) {
                        FloatBuffer values =
                                ((OnnxTensor) result.get(activation).orElseThrow()).getFloatBuffer();
                        ranges.merge(activation, range(values), Range::union);
                    }
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be run for calibration", e);
        }
        return ranges;
    }

    private static ValueInfoProto floats(String name) {
        var tensor = TypeProto.Tensor.newBuilder().setElemType(TensorProto.DataType.FLOAT.getNumber());
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    private static Range range(FloatBuffer buffer) {
        var values = new float[buffer.remaining()];
        buffer.get(values);
        Arrays.sort(values);
        int tail = (int) (values.length * TAIL);
        return new Range(values[tail], values[values.length - 1 - tail]);
    }
}
