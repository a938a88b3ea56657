package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.training.data.Seeds;
import dev.gantry.training.reader.PlattFit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PlattFitTest {

    @Test
    void findsTheCurveThatMadeTheOutcomes() {
        RandomGenerator random = Seeds.of(3, 0, 0);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < 20_000; i++) {
            double logit = random.nextGaussian() * 3;
            outcomes.add(new Outcome(logit, random.nextDouble() < PlattFit.sigmoid(0.6 * logit + 0.8)));
        }
        PlattFit fit = PlattFit.of(outcomes);
        assertThat(fit.scale()).isCloseTo(0.6, within(0.05));
        assertThat(fit.bias()).isCloseTo(0.8, within(0.1));
    }

    @Test
    void withoutOutcomesNothingChanges() {
        PlattFit fit = PlattFit.of(List.of());
        assertThat(fit.scale()).isEqualTo(1);
        assertThat(fit.bias()).isEqualTo(0);
    }
}
