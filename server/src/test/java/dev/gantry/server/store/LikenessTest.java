package dev.gantry.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.server.history.Likeness;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void lookalikesCostLittle() {
        assertThat(Likeness.distance("AB12", "AB12")).isZero();
        assertThat(Likeness.distance("O0I1", "0OI1")).isEqualTo(2 * Likeness.CONFUSION, within(1e-9));
        assertThat(Likeness.distance("AB12", "AX12")).isEqualTo(1);
        assertThat(Likeness.distance("AB12", "AB1")).isEqualTo(1);
        assertThat(Likeness.distance("", "AB")).isEqualTo(2);
    }

    @Test
    void lookalikesFoldToTheSame() {
        assertThat(Likeness.folded("O1B5Z")).isEqualTo(Likeness.folded("0I8S2"));
        assertThat(Likeness.folded("ÄÖ9")).isEqualTo("ÄÖ9");
    }
}
