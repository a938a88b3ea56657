package dev.gantry.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

    private static final double NEAR = 5e-5;

    /** Values of Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I. */
    @Test
    void theIntervalIsThatOfTheLiterature() {
        var share = new Share(81, 263);
        assertThat(share.low()).isCloseTo(0.2553, within(NEAR));
        assertThat(share.high()).isCloseTo(0.3662, within(NEAR));
        var few = new Share(1, 29);
        assertThat(few.low()).isCloseTo(0.0061, within(NEAR));
        assertThat(few.high()).isCloseTo(0.1718, within(NEAR));
    }

    @Test
    void noneAndAllAreNotCertain() {
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(NEAR));
        assertThat(new Share(20, 20).low()).isCloseTo(0.8389, within(NEAR));
        assertThat(new Share(20, 20).high()).isEqualTo(1);
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }
}
