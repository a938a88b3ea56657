package dev.gantry.detect;

import dev.gantry.model.ModelCard;
import dev.gantry.model.Tensor;
import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.List;

/**
 * Gantry's own detector: anchor-free, one candidate for each cell of a pyramid. An output [1, 13, rows, columns] holds for
 * each cell a score's logit, the logarithms of the box's reach to left, top, right and bottom, and the four corners.
 */
record QuadLayout(List<String> outputs, int[] strides) implements OutputLayout {

    private static final int FIELDS = 13;
    private static final int FIRST_CORNER = 5;
    private static final int CORNERS = 4;

    /** Reach of 1 (logarithm 0) is this many strides. */
    private static final double REACH_UNIT = 2;

    /** A corner offset of 1 is this many strides. */
    private static final double CORNER_UNIT = 4;

    /** Bounds of the logarithm, so that an untrained cell cannot make an infinite box. */
    private static final double FURTHEST_LOG = 4;

    static QuadLayout of(ModelCard card) {
        List<String> names = card.texts("output.names");
        int[] strides = card.positives("output.strides");
        if (names.size() != strides.length) {
            throw card.wrong(
                    "output.strides", "one number for each of the outputs " + names, strides.length + " numbers");
        }
        return new QuadLayout(names, strides);
    }

    @Override
    public List<Detection> decode(List<Tensor> tensors, double floor) {
        var found = new ArrayList<Detection>();
        double least = logit(floor);
        for (int i = 0; i < strides.length; i++) {
            Tensor tensor = tensors.get(i);
            if (tensor.rank() != 4 || tensor.size(1) != FIELDS) {
                throw OutputLayout.unfit(tensor, "the layout gantry-quad needs [1, " + FIELDS + ", rows, columns]");
            }
            decode(tensor, strides[i], least, found);
        }
        return found;
    }

    private static void decode(Tensor tensor, int stride, double least, List<Detection> found) {
        int columns = tensor.size(3);
        int cells = tensor.size(2) * columns;
        for (int cell = 0; cell < cells; cell++) {
            float logit = tensor.values()[cell];
            if (logit >= least) {
                var center = new Point((cell % columns + 0.5) * stride, ((double) (cell / columns) + 0.5) * stride);
                found.add(new Detection(
                        box(tensor.values(), cell, cells, center, stride * REACH_UNIT),
                        quad(tensor.values(), cell, cells, center, stride * CORNER_UNIT),
                        1 / (1 + Math.exp(-logit))));
            }
        }
    }

    private static Box box(float[] values, int cell, int cells, Point center, double unit) {
        double left = reach(values[cells + cell]) * unit;
        double top = reach(values[2 * cells + cell]) * unit;
        double right = reach(values[3 * cells + cell]) * unit;
        double bottom = reach(values[4 * cells + cell]) * unit;
        return new Box(center.x() - left, center.y() - top, left + right, top + bottom);
    }

    private static double reach(float log) {
        return Math.exp(Math.clamp(log, -FURTHEST_LOG, FURTHEST_LOG));
    }

    private static Quad quad(float[] values, int cell, int cells, Point center, double unit) {
        var corners = new Point[CORNERS];
        for (int k = 0; k < CORNERS; k++) {
            int field = FIRST_CORNER + 2 * k;
            corners[k] = center.plus(values[field * cells + cell] * unit, values[(field + 1) * cells + cell] * unit);
        }
        return new Quad(corners[0], corners[1], corners[2], corners[3]);
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }
}
