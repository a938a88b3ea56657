package dev.gantry.training.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.training.export.Card;
import dev.gantry.training.export.Exporter;
import dev.gantry.training.export.Exporter.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The detector's net as an ONNX file, and the part of its card that says how to run it. */
final class DetectorExport {

    static final int INPUT_SIDE = 640;
    static final int LARGEST_STRIDE = 64;

    /** A picture of 16:9, padded to the largest stride. */
    static final int EXAMPLE_HEIGHT = 384;

    private static final String INPUT = "image";
    private static final double THRESHOLD = 0.3;

    private DetectorExport() {}

    static Exporter.Exported onnx(DetectorNet net) {
        long[] shape = {1, 3, EXAMPLE_HEIGHT, INPUT_SIDE};
        var example = new float[(int) (shape[1] * shape[2] * shape[3])];
        var random = new Random(1);
        for (int i = 0; i < example.length; i++) {
            example[i] = (float) random.nextGaussian();
        }
        List<Output> outputs = Arrays.stream(DetectorNet.STRIDES)
                .mapToObj(stride -> new Output("p" + stride, -1, DetectorNet.OUTPUTS, -1, -1))
                .toList();
        return Exporter.export(new Output(INPUT, -1, 3, -1, -1), example, shape, net::apply, outputs);
    }

    static ObjectNode card(DetectorNet net, long multiplications) {
        ObjectNode card = Card.of("detector", "gantry-detector-1");
        ObjectNode input = card.putObject("input")
                .put("name", INPUT)
                .put("longSide", INPUT_SIDE)
                .put("fit", "tight")
                .put("stride", LARGEST_STRIDE)
                .put("channels", "BGR");
        for (int channel = 0; channel < 3; channel++) {
            input.withArray("/mean").add(DetectorTrainer.MEAN);
            input.withArray("/std").add(DetectorTrainer.DEVIATION);
        }
        ObjectNode output = card.putObject("output").put("layout", "gantry-quad");
        for (int stride : DetectorNet.STRIDES) {
            output.withArray("/names").add("p" + stride);
            output.withArray("/strides").add(stride);
        }
        card.put("threshold", THRESHOLD);
        card.put(
                "architecture",
                "anchor-free; plain 3x3 convolutions with ReLU to stride 64, feature pyramid of 64 channels on strides 8 to"
                        + " 64; for each cell a score, a box and four corners");
        card.put("parameters", net.parameters().size());
        card.put("multiplications", multiplications);
        card.put("multiplicationsFor", INPUT_SIDE + "x" + EXAMPLE_HEIGHT);
        return card;
    }
}
