package dev.gantry.training.reader;

import dev.gantry.training.nn.Tensors;
import dev.gantry.training.reader.ReaderNet.Outputs;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** CTC loss on the sequence and cross entropy on the slots, added up. */
final class ReaderLoss {

    private static final long MEAN = 1;

    /** Characters of a usual plate. */
    private static final double TYPICAL_LENGTH = 7;

    /** The loss and its two parts for the log. */
    record Loss(Tensor total, float ctc, float slots) {}

    private ReaderLoss() {}

    static Loss of(Outputs outputs, List<int[]> texts, Alphabet alphabet) {
        int batch = texts.size();
        int classes = alphabet.classes();
        var lengths = new long[batch];
        var steps = new long[batch];
        var places = new long[batch * SlotHead.SLOTS];
        Arrays.fill(steps, ReaderNet.STEPS);
        Arrays.fill(places, alphabet.blank());
        for (int i = 0; i < batch; i++) {
            int[] text = texts.get(i);
            lengths[i] = text.length;
            for (int k = 0; k < text.length; k++) {
                places[i * SlotHead.SLOTS + k] = text[k];
            }
        }
        Tensor targets = Tensors.of(places, batch, SlotHead.SLOTS);
        Tensor sequence = outputs.ctc().tensor().to(ScalarType.Float).permute(1, 0, 2);
        Tensor ctc = torch.ctc_loss(
                torch.log_softmax(sequence, 2),
                targets,
                Tensors.of(steps, batch),
                Tensors.of(lengths, batch),
                alphabet.blank(),
                MEAN,
                true);
        Tensor slots = torch.cross_entropy(
                outputs.slots().tensor().to(ScalarType.Float).reshape(-1, classes), targets.reshape(-1));
        return new Loss(ctc.add(slots.mul(new Scalar(1.0))), ctc.item_float(), slots.item_float());
    }

    /**
     * How far the heads are from what another net answers to the same strips: Kullback-Leibler divergences, added up over
     * a strip's positions and, as the CTC loss is, put in relation to the length of a text.
     */
    static Tensor divergence(Outputs outputs, Outputs wanted) {
        return divergence(outputs.ctc().tensor(), wanted.ctc().tensor())
                .add(divergence(outputs.slots().tensor(), wanted.slots().tensor()));
    }

    private static Tensor divergence(Tensor scores, Tensor wanted) {
        Tensor logarithms = torch.log_softmax(wanted.to(ScalarType.Float), 2);
        Tensor difference = logarithms.sub(torch.log_softmax(scores.to(ScalarType.Float), 2));
        return logarithms.exp().mul(difference).sum().div(new Scalar((double) scores.size(0) * TYPICAL_LENGTH));
    }
}
