package dev.gantry.training.export;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.gantry.training.nn.Convolution;
import dev.gantry.training.nn.Convolution.Shape;
import dev.gantry.training.nn.Parameters;
import dev.gantry.training.nn.Projection;
import dev.gantry.training.nn.Training;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QuantizerTest {

    private static final long[] SHAPE = {1, 1, 16, 16};

    @BeforeEach
    void prepare() {
        Training.prepare(5, 1);
    }

    @Test
    void theInt8ModelIsSmallerAndComputesAlmostTheSame() throws OrtException {
        byte[] model = model();
        float[] input = input(1);
        byte[] quantized = quantized(model);
        assertThat(quantized.length).isLessThan(model.length / 2);
        float[] exact = run(model, input);
        float[] rough = run(quantized, input);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < exact.length; i++) {
            largest = Math.max(largest, Math.abs(exact[i]));
            difference = Math.max(difference, Math.abs(exact[i] - rough[i]));
        }
        assertThat(difference).isLessThan(0.05 * largest);
    }

    @Test
    void convolutionsBeforeAReluAreQuantizedAndTheFirstAndHeadsAreNot() throws InvalidProtocolBufferException {
        List<NodeProto> convolutions = ModelProto.parseFrom(quantized(model())).getGraph().getNodeList().stream()
                .filter(node -> node.getOpType().equals("Conv"))
                .toList();
        assertThat(convolutions)
                .extracting(node -> node.getInput(1).contains("dequantized"))
                .containsExactly(false, true, true, false);
    }

    /** Two products are added in 16 bits on processors without VNNI: 255 * 128 has room there. */
    @Test
    void neighbouringWeightsOverflowOnNoProcessor() throws InvalidProtocolBufferException {
        List<TensorProto> weights = ModelProto.parseFrom(quantized(model())).getGraph().getInitializerList().stream()
                .filter(tensor ->
                        tensor.getDataType() == TensorProto.DataType.INT8.getNumber() && tensor.getDimsCount() == 4)
                .toList();
        assertThat(weights).hasSize(2);
        for (TensorProto tensor : weights) {
            int inputs = (int) tensor.getDims(1);
            int places = (int) (tensor.getDims(2) * tensor.getDims(3));
            float[] values = Raw.signedBytes(tensor);
            for (int start = 0; start < values.length; start += inputs * places) {
                for (int i = 1; i < inputs * places; i++) {
                    float before = values[start + (i - 1) % inputs * places + (i - 1) / inputs];
                    float weight = values[start + i % inputs * places + i / inputs];
                    assertThat(Math.abs(before + weight)).isLessThanOrEqualTo(128);
                }
            }
        }
    }

    private static byte[] quantized(byte[] model) {
        var samples = List.of(
                new Calibration.Sample(input(1), SHAPE),
                new Calibration.Sample(input(2), SHAPE),
                new Calibration.Sample(input(3), SHAPE));
        return Quantizer.quantize(model, new Calibration(samples));
    }

    private static byte[] model() {
        var parameters = new Parameters();
        var first = new Convolution(parameters, "first", Shape.square(1, 32, 3, 1));
        var second = new Convolution(parameters, "second", Shape.square(32, 64, 3, 2));
        var third = new Convolution(parameters, "third", Shape.square(64, 64, 3, 1));
        var head = new Projection(parameters, "head", Shape.square(64, 2, 1, 1), 1, new float[2]);
        return Exporter.export(
                        new Exporter.Output("x", SHAPE),
                        input(0),
                        SHAPE,
                        (pass, x) ->
                                List.of(head.apply(pass, third.apply(pass, second.apply(pass, first.apply(pass, x))))),
                        List.of(new Exporter.Output("y", 1, 2, 8, 8)))
                .model();
    }

    private static float[] input(long seed) {
        var random = new Random(seed);
        var values = new float[16 * 16];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static float[] run(byte[] model, float[] input) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(input), SHAPE);
                OrtSession.Result result = session.run(Map.of("x", tensor))) {
            FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
            var values = new float[buffer.remaining()];
            buffer.get(values);
            return values;
        }
    }
}
