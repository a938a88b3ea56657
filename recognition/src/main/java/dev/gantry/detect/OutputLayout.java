package dev.gantry.detect;

import dev.gantry.model.ModelCard;
import dev.gantry.model.ModelException;
import dev.gantry.model.Tensor;
import java.util.List;

/** What a detector's outputs mean. */
sealed interface OutputLayout permits QuadLayout, YoloLayout {

    /** Names of the outputs that it needs, in order. */
    List<String> outputs();

    /**
     * The candidates of at least the given score, in the input's pixels and in the order of the model's cells.
     *
     * @throws ModelException when an output has another shape than the layout needs
     */
    List<Detection> decode(List<Tensor> outputs, double floor);

    static OutputLayout of(ModelCard card) {
        enum Name {
            GANTRY_QUAD,
            YOLOV5,
            YOLOV8,
            YOLOV11
        }
        return switch (card.choice("output.layout", Name.class)) {
            case GANTRY_QUAD -> QuadLayout.of(card);
            case YOLOV5 -> new YoloLayout(YoloLayout.Version.V5, YoloLayout.output(card));
            case YOLOV8, YOLOV11 -> new YoloLayout(YoloLayout.Version.V8, YoloLayout.output(card));
        };
    }

    static ModelException unfit(Tensor tensor, String needed) {
        return new ModelException(
                ModelException.Code.BAD_MODEL,
                "The detector's output " + tensor.describe() + " does not fit its card: " + needed + ".");
    }
}
