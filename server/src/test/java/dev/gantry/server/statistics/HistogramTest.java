package dev.gantry.server.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void binsWithoutValuesAreThereAndTheLastOneHasTheRest() {
        var histogram = Histogram.of(10, Map.of(1, 2L, 3, 1L, 99, 4L, 7, 1L), 5);

        assertThat(histogram.counts()).containsExactly(0, 2, 0, 1, 0, 5);
        assertThat(histogram.total()).isEqualTo(8);
    }

    @Test
    void theMedianLiesWithinItsBin() {
        assertThat(Histogram.of(10, Map.of(3, 4L), 50).median()).hasValue(35);
        assertThat(Histogram.of(10, Map.of(1, 1L, 8, 3L), 50).median().orElseThrow())
                .isCloseTo(83.33, within(0.01));
        assertThat(Histogram.of(10, Map.of(), 50).median()).isEmpty();
    }
}
