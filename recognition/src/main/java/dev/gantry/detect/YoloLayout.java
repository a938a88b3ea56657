package dev.gantry.detect;

import dev.gantry.model.ModelCard;
import dev.gantry.model.Tensor;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.List;

/**
 * A plain YOLO export: boxes without corners. Version 5 gives [1, N, 5 + classes] with an objectness, versions 8 and 11
 * give [1, 4 + classes, N] without; centre, width and height are in pixels of the input. Every class counts as a plate.
 */
record YoloLayout(Version version, List<String> outputs) implements OutputLayout {

    private static final int BOX_FIELDS = 4;

    enum Version {
        V5,
        V8
    }

    static List<String> output(ModelCard card) {
        List<String> names = card.texts("output.names");
        if (names.size() != 1) {
            throw card.wrong("output.names", "one name for a YOLO layout", names.toString());
        }
        return names;
    }

    @Override
    public List<Detection> decode(List<Tensor> tensors, double floor) {
        Tensor tensor = tensors.getFirst();
        return switch (version) {
            case V5 -> decodeV5(tensor, floor);
            case V8 -> decodeV8(tensor, floor);
        };
    }

    private static List<Detection> decodeV5(Tensor tensor, double floor) {
        if (tensor.rank() != 3 || tensor.size(2) < BOX_FIELDS + 2 || tensor.size(2) > tensor.size(1)) {
            throw OutputLayout.unfit(
                    tensor, "the layout yolov5 needs [1, boxes, 5 + classes]; [1, 4 + classes, boxes] is yolov8");
        }
        int fields = tensor.size(2);
        var found = new ArrayList<Detection>();
        for (int i = 0; i < tensor.size(1); i++) {
            double objectness = tensor.values()[i * fields + BOX_FIELDS];
            if (objectness >= floor) {
                double score =
                        objectness * best(tensor.values(), i * fields + BOX_FIELDS + 1, 1, fields - BOX_FIELDS - 1);
                add(tensor.values(), i * fields, 1, score, floor, found);
            }
        }
        return found;
    }

    private static List<Detection> decodeV8(Tensor tensor, double floor) {
        if (tensor.rank() != 3 || tensor.size(1) < BOX_FIELDS + 1 || tensor.size(1) > tensor.size(2)) {
            throw OutputLayout.unfit(
                    tensor, "the layout yolov8 needs [1, 4 + classes, boxes]; [1, boxes, 5 + classes] is yolov5");
        }
        int boxes = tensor.size(2);
        var found = new ArrayList<Detection>();
        for (int i = 0; i < boxes; i++) {
            double score = best(tensor.values(), BOX_FIELDS * boxes + i, boxes, tensor.size(1) - BOX_FIELDS);
            add(tensor.values(), i, boxes, score, floor, found);
        }
        return found;
    }

    private static double best(float[] values, int start, int step, int count) {
        double best = 0;
        for (int c = 0; c < count; c++) {
            best = Math.max(best, values[start + c * step]);
        }
        return best;
    }

    private static void add(float[] values, int start, int step, double score, double floor, List<Detection> found) {
        if (score >= floor) {
            double width = values[start + 2 * step];
            double height = values[start + 3 * step];
            var box = new Box(values[start] - width / 2, values[start + step] - height / 2, width, height);
            found.add(new Detection(box, Quad.of(box), Math.min(1, score)));
        }
    }
}
