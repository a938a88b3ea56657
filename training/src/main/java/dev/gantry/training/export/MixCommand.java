package dev.gantry.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code gantry train mix}: the weights between those of a model and of one that was trained on from it. Such a mixture
 * often reads unseen pictures better than both (Wortsman et al., "Robust fine-tuning of zero-shot models", 2022).
 */
@Command(
        name = "mix",
        description =
                "Writes a model whose weights lie between those of two: one that a run has started from and the one"
                        + " that it has exported.",
        mixinStandardHelpOptions = true)
public final class MixCommand implements Callable<Integer> {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

    @Parameters(index = "0", paramLabel = "OLD.onnx", description = "A model, which may be quantised.")
    private Path old = Path.of("");

    @Parameters(index = "1", paramLabel = "NEW.onnx", description = "The one that was made from it, in float32.")
    private Path fresh = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The mixture.")
    private Path out = Path.of("");

    @Option(names = "--share", paramLabel = "P", description = "Share of the new one. Default: ${DEFAULT-VALUE}")
    private double share = 0.5;

    @Override
    public Integer call() throws IOException {
        Files.write(out, mixed(old(), Files.readAllBytes(fresh), share));
        return 0;
    }

    /** Characters that the old one does not know, by the cards beside the two, are the new one's. */
    private OnnxWeights old() throws IOException {
        OnnxWeights weights = OnnxWeights.read(old);
        List<String> before = Origin.alphabet(old);
        List<String> now = Origin.alphabet(fresh);
        return now.size() > before.size() && !before.isEmpty() ? weights.withoutNewCharacters(before, now) : weights;
    }

    /** @param old may be quantised */
    public static byte[] mixed(byte[] old, byte[] fresh, double share) throws IOException {
        return mixed(OnnxWeights.of(old), fresh, share);
    }

    /**
     * @param before what is NaN there comes from the fresh model alone
     * @param fresh in float32, as the mixture will be
     * @throws IllegalArgumentException when the models are not built alike
     */
    private static byte[] mixed(OnnxWeights before, byte[] fresh, double share) throws IOException {
        ModelProto.Builder mixed = ModelProto.parseFrom(fresh).toBuilder();
        GraphProto.Builder graph = mixed.getGraphBuilder();
        if (graph.getNodeList().stream().anyMatch(node -> node.getOpType().equals("QuantizeLinear"))) {
            throw new IllegalArgumentException("the new model is quantised; take what the run has exported");
        }
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < graph.getInitializerCount(); i++) {
            TensorProto tensor = graph.getInitializer(i);
            if (tensor.getDataType() == FLOAT) {
                places.put(tensor.getName(), i);
            }
        }
        for (String name : OnnxWeights.inputs(graph.build())) {
            Integer place = places.get(name);
            if (place != null) {
                TensorProto tensor = graph.getInitializer(place);
                float[] values = mixed(before.next(OnnxWeights.shape(tensor)), Raw.floats(tensor), share);
                graph.setInitializer(place, tensor.toBuilder().setRawData(Raw.floats(values)));
            }
        }
        before.requireEnd();
        return mixed.build().toByteArray();
    }

    private static float[] mixed(float[] first, float[] second, double share) {
        for (int i = 0; i < first.length; i++) {
            // Unlike first + (second - first) * share, this is exactly one of the two at both ends.
            first[i] = Float.isNaN(first[i]) ? second[i] : (float) (first[i] * (1 - share) + second[i] * share);
        }
        return first;
    }
}
