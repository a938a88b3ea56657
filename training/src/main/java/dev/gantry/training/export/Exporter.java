package dev.gantry.training.export;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.gantry.training.nn.Pass;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Value;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Writes a net down as ONNX and proves that ONNX Runtime computes what libtorch does. */
public final class Exporter {

    /** The largest difference between the two that is accepted. */
    public static final double TOLERANCE = 1e-4;

    private Exporter() {}

    /** An output's name and its shape, -1 where it is open. */
    public record Output(String name, long... shape) {}

    /** A model and what one run of it on the example costs: multiplications, each with an addition. */
    public record Exported(byte[] model, long multiplications) {}

    /**
     * @param input the input's name and shape
     * @param example numbers to trace with
     * @param exampleShape their shape, which fits the input's
     * @param net gives the outputs in the order in which they are described
     * @throws IllegalStateException when the two runtimes differ by more than {@link #TOLERANCE}, relative to the largest value
     */
    public static Exported export(
            Output input,
            float[] example,
            long[] exampleShape,
            BiFunction<Pass, Value, List<Value>> net,
            List<Output> outputs) {
        try (var scope = new PointerScope();
                var noGradients = new NoGradGuard()) {
            var graph = new OnnxGraph();
            graph.input(input.name(), input.shape());
            Tensor tensor = Tensors.of(example, exampleShape);
            List<Value> results = net.apply(Pass.export(graph), new Value(tensor, input.name()));
            var expected = new ArrayList<float[]>();
            for (int i = 0; i < outputs.size(); i++) {
                graph.output(
                        results.get(i).name(),
                        outputs.get(i).name(),
                        outputs.get(i).shape());
                expected.add(Tensors.floats(results.get(i).tensor()));
            }
            byte[] model = graph.toBytes();
            double difference = difference(model, input.name(), example, exampleShape, outputs, expected);
            if (!(difference <= TOLERANCE)) {
                throw new IllegalStateException(
                        "ONNX Runtime and libtorch differ by " + difference + ", allowed is " + TOLERANCE);
            }
            return new Exported(model, graph.multiplications());
        }
    }

    private static double difference(
            byte[] model, String input, float[] example, long[] shape, List<Output> outputs, List<float[]> expected) {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        double largest = 0;
        try (OrtSession session = environment.createSession(model);
                OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(example), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            for (int i = 0; i < outputs.size(); i++) {
                var output = (OnnxTensor) result.get(outputs.get(i).name()).orElseThrow();
                FloatBuffer got = output.getFloatBuffer();
                float[] want = expected.get(i);
                double scale = 1;
                for (float value : want) {
                    scale = Math.max(scale, Math.abs(value));
                }
                for (int k = 0; k < want.length; k++) {
                    largest = Math.max(largest, Math.abs(got.get(k) - want[k]) / scale);
                }
            }
            return largest;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the exported model", e);
        }
    }
}
