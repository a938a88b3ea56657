package dev.gantry.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compares what a card says of a model's input and outputs with what the model itself says. */
final class ModelFit {

    private ModelFit() {}

    static void checkInput(ModelFile file, Map<String, NodeInfo> inputs, String name, long[] wanted) {
        NodeInfo node = inputs.get(name);
        if (node == null) {
            throw bad(file, "its card names an input \"" + name + "\", but the model has " + describe(inputs.values()));
        }
        if (inputs.size() > 1) {
            throw bad(file, "it needs more than one input: " + describe(inputs.values()));
        }
        if (!(node.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) {
            throw bad(
                    file,
                    "its input must be a tensor of 32-bit floats, but is " + describe(node)
                            + "; export the model with such an input");
        }
        if (!fits(info.getShape(), wanted)) {
            throw bad(
                    file, "its card asks for an input of " + shape(wanted) + ", but the model takes " + describe(node));
        }
    }

    /** Whether each dimension agrees; -1 in the model fits everything, -1 in the wish needs -1 in the model. */
    private static boolean fits(long[] has, long[] wanted) {
        if (has.length != wanted.length) {
            return false;
        }
        for (int i = 0; i < has.length; i++) {
            if (has[i] >= 0 && has[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static void checkOutputs(ModelFile file, Map<String, NodeInfo> found, List<String> outputs) {
        for (String name : outputs) {
            NodeInfo node = found.get(name);
            if (node == null) {
                throw bad(
                        file,
                        "its card names an output \"" + name + "\", but the model has " + describe(found.values()));
            }
            if (!(node.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) {
                throw bad(file, "its output must be a tensor of 32-bit floats, but is " + describe(node));
            }
        }
    }

    private static String describe(Collection<NodeInfo> nodes) {
        return nodes.stream()
                .map(ModelFit::describe)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
    }

    private static String describe(NodeInfo node) {
        return node.getInfo() instanceof TensorInfo info
                ? '"' + node.getName() + "\" " + shape(info.getShape()) + " of " + info.type
                : '"' + node.getName() + "\" that is no tensor";
    }

    private static String shape(long[] shape) {
        return Arrays.toString(shape).replace("-1", "any");
    }

    private static ModelException bad(ModelFile file, String what) {
        return new ModelException(
                ModelException.Code.BAD_MODEL, "The model " + file.source() + " does not fit: " + what + ".");
    }
}
