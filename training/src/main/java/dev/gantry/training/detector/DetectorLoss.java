package dev.gantry.training.detector;

import dev.gantry.plate.Point;
import dev.gantry.training.detector.Assignment.Cell;
import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Value;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Quality focal loss on scores (Li et al., "Generalized Focal Loss", 2020), GIoU on boxes (Rezatofighi et al., 2019),
 * smooth L1 on corners in units of the plate's size; where only a box is known, on the corners' left and right ends.
 */
final class DetectorLoss {

    static final double BOX_WEIGHT = 1.5;
    static final double CORNER_WEIGHT = 2;
    static final double SIDE_WEIGHT = 0.5;

    /** A positive cell's score aims at its box's IoU, but at no less than this. */
    private static final double LEAST_SCORE = 0.25;

    /** Where smooth L1 turns from square to linear, as a share of the plate's size. */
    private static final double SMOOTH = 0.1;

    private static final double TINY = 1e-6;

    /** The loss and its parts as numbers for the log: score, box, corners, sides and the mean IoU. */
    record Loss(Tensor total, float[] parts) {}

    private DetectorLoss() {}

    static Loss of(List<Value> outputs, Assignment assignment) {
        Tensor all = rows(outputs);
        List<Cell> cells = assignment.cells();
        Tensor logits = all.select(1, 0);
        Tensor goal = torch.zeros_like(logits).detach();
        Tensor zero = torch.zeros(1);
        Tensor box = zero;
        Tensor corner = zero;
        Tensor side = zero;
        Tensor iou = zero;
        if (!cells.isEmpty()) {
            var index = new long[cells.size()];
            for (int i = 0; i < index.length; i++) {
                index[i] = cells.get(i).index();
            }
            Tensor at = Tensors.of(index, index.length);
            var positives = new Positives(all.index_select(0, at), cells);
            iou = positives.iou();
            goal.index_copy_(0, at, clamp(iou.detach(), LEAST_SCORE, 1));
            box = positives.boxLoss();
            corner = positives.cornerLoss();
            side = positives.sideLoss();
        }
        Tensor score = qualityFocal(logits, goal, Tensors.of(assignment.mask(), assignment.mask().length))
                .div(new Scalar(Math.max(1.0, cells.size())));
        Tensor total = score.add(box.mul(new Scalar(BOX_WEIGHT)))
                .add(corner.mul(new Scalar(CORNER_WEIGHT)))
                .add(side.mul(new Scalar(SIDE_WEIGHT)))
                .sum();
        return new Loss(total, new float[] {
            score.item_float(),
            box.item_float(),
            corner.item_float(),
            side.item_float(),
            iou.mean().item_float()
        });
    }

    /** [B, 13, h, w] of each level to [B x cells, 13]. */
    private static Tensor rows(List<Value> outputs) {
        var levels = new TensorVector();
        for (Value output : outputs) {
            Tensor t = output.tensor().to(ScalarType.Float);
            levels.push_back(t.permute(0, 2, 3, 1).reshape(t.size(0), t.size(2) * t.size(3), DetectorNet.OUTPUTS));
        }
        return torch.cat(levels, 1).reshape(-1, DetectorNet.OUTPUTS);
    }

    private static Tensor qualityFocal(Tensor logits, Tensor goal, Tensor mask) {
        Tensor distance = torch.sigmoid(logits).sub(goal).abs().detach();
        Tensor entropy =
                torch.binary_cross_entropy_with_logits(logits, goal, new TensorOptional(), new TensorOptional(), 0);
        return entropy.mul(distance).mul(distance).mul(mask).sum();
    }

    static Tensor clamp(Tensor x, double low, double high) {
        return x.clamp(new ScalarOptional(new Scalar(low)), new ScalarOptional(new Scalar(high)));
    }

    static Tensor smooth(Tensor error) {
        Tensor e = error.abs();
        Tensor square = e.mul(e).mul(new Scalar(0.5 / SMOOTH));
        return torch.where(e.lt(new Scalar(SMOOTH)), square, e.sub(new Scalar(SMOOTH / 2)));
    }

    /** The rows of the positive cells, decoded, beside their plates. */
    private static final class Positives {

        private static final double LARGEST_EXPONENT = 4;
        private static final double SMALLEST_WIDTH = 6;
        private static final double SMALLEST_HEIGHT = 4;

        private final Tensor low;
        private final Tensor high;
        private final Tensor quad;
        private final Tensor goalLow;
        private final Tensor goalHigh;
        private final Tensor goalQuad;
        private final Tensor unit;
        private final Tensor cornerWeight;
        private final Tensor sideWeight;

        Positives(Tensor rows, List<Cell> cells) {
            int n = cells.size();
            var center = new float[n * 2];
            var stride = new float[n];
            var box = new float[n * 4];
            var corners = new float[n * 8];
            var size = new float[n];
            var cornerWeights = new float[n];
            var sideWeights = new float[n];
            for (int i = 0; i < n; i++) {
                Cell cell = cells.get(i);
                Target target = cell.target();
                center[i * 2] = (float) cell.x();
                center[i * 2 + 1] = (float) cell.y();
                stride[i] = cell.stride();
                box[i * 4] = (float) target.box().x();
                box[i * 4 + 1] = (float) target.box().y();
                box[i * 4 + 2] = (float) target.box().right();
                box[i * 4 + 3] = (float) target.box().bottom();
                int k = i * 8;
                for (Point corner : target.quad().corners()) {
                    corners[k++] = (float) corner.x();
                    corners[k++] = (float) corner.y();
                }
                size[i] =
                        (float) Math.sqrt(Math.max(SMALLEST_WIDTH, target.box().width())
                                * Math.max(SMALLEST_HEIGHT, target.box().height()));
                cornerWeights[i] = (float) target.cornerWeight();
                sideWeights[i] = (float) target.sideWeight();
            }
            Tensor c = Tensors.of(center, n, 2);
            Tensor s = Tensors.of(stride, n, 1);
            Tensor distances = clamp(rows.narrow(1, 1, 4), -LARGEST_EXPONENT, LARGEST_EXPONENT)
                    .exp()
                    .mul(s)
                    .mul(new Scalar(2));
            low = c.sub(distances.narrow(1, 0, 2));
            high = c.add(distances.narrow(1, 2, 2));
            quad = rows.narrow(1, 5, 8).mul(s).mul(new Scalar(4)).add(c.repeat(1, 4));
            Tensor goal = Tensors.of(box, n, 4);
            goalLow = goal.narrow(1, 0, 2);
            goalHigh = goal.narrow(1, 2, 2);
            goalQuad = Tensors.of(corners, n, 8);
            unit = Tensors.of(size, n, 1);
            cornerWeight = Tensors.of(cornerWeights, n);
            sideWeight = Tensors.of(sideWeights, n);
        }

        private static Tensor area(Tensor low, Tensor high) {
            Tensor extent = torch.relu(high.sub(low));
            return extent.select(1, 0).mul(extent.select(1, 1));
        }

        private Tensor union() {
            return area(low, high).add(area(goalLow, goalHigh)).sub(intersection());
        }

        private Tensor intersection() {
            return area(torch.maximum(low, goalLow), torch.minimum(high, goalHigh));
        }

        Tensor iou() {
            return intersection().div(union().add(new Scalar(TINY)));
        }

        Tensor boxLoss() {
            Tensor hull = area(torch.minimum(low, goalLow), torch.maximum(high, goalHigh));
            Tensor empty = hull.sub(union()).div(hull.add(new Scalar(TINY)));
            return iou().sub(empty).neg().add(new Scalar(1.0)).mean();
        }

        Tensor cornerLoss() {
            Tensor error = smooth(quad.sub(goalQuad).div(unit)).mean(1);
            return error.mul(cornerWeight).sum().div(cornerWeight.sum().add(new Scalar(1.0)));
        }

        Tensor sideLoss() {
            Tensor x = quad.reshape(-1, 4, 2).select(2, 0);
            Tensor left = smooth(
                    x.amin(new long[] {1}, false).sub(goalLow.select(1, 0)).div(unit.select(1, 0)));
            Tensor right = smooth(
                    x.amax(new long[] {1}, false).sub(goalHigh.select(1, 0)).div(unit.select(1, 0)));
            return left.add(right).mul(sideWeight).sum().div(sideWeight.sum().add(new Scalar(1.0)));
        }
    }
}
