package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.training.nn.Tensors;
import dev.gantry.training.nn.Value;
import org.junit.jupiter.api.Test;

class ReaderLossTest {

    private static final double TOLERANCE = 1e-6;

    @Test
    void whoAnswersAsBeforeHasForgottenNothing() {
        ReaderNet.Outputs before = outputs(1, 2, 3, 4);
        assertThat(divergence(before, before)).isCloseTo(0, within(TOLERANCE));
        // Scores mean the same when all are shifted alike.
        assertThat(divergence(outputs(6, 7, 3, 4), before)).isCloseTo(0, within(TOLERANCE));
    }

    @Test
    void forgettingIsTheDivergenceFromTheOldAnswersByTextLength() {
        // One strip, each head has two positions with two classes: e^1 and e^0 against even chances.
        double sure = Math.E / (1 + Math.E);
        double each = sure * Math.log(2 * sure) + (1 - sure) * Math.log(2 * (1 - sure));
        assertThat(divergence(outputs(0, 0, 0, 0), outputs(1, 0, 0, 1))).isCloseTo(2 * 2 * each / 7, within(TOLERANCE));
    }

    private static double divergence(ReaderNet.Outputs outputs, ReaderNet.Outputs wanted) {
        return ReaderLoss.divergence(outputs, wanted).item_float();
    }

    private static ReaderNet.Outputs outputs(float... scores) {
        return new ReaderNet.Outputs(
                new Value(Tensors.of(scores, 1, 2, 2), ""), new Value(Tensors.of(scores, 1, 2, 2), ""));
    }
}
