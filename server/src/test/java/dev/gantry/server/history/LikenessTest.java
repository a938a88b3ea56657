package dev.gantry.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final double ROUNDING = 1e-9;

    @Test
    void lookalikesCostLittle() {
        assertThat(Likeness.distance("AB12", "AB12")).isZero();
        assertThat(Likeness.distance("O0I1", "0OI1")).isEqualTo(2 * Likeness.CONFUSION, within(ROUNDING));
        assertThat(Likeness.distance("AB12", "AX12")).isEqualTo(1);
        assertThat(Likeness.distance("AB12", "AB1")).isEqualTo(1);
        assertThat(Likeness.distance("", "AB")).isEqualTo(2);
    }

    @Test
    void lookalikesFoldToTheSame() {
        assertThat(Likeness.folded("O1B5Z")).isEqualTo(Likeness.folded("0I8S2"));
        assertThat(Likeness.folded("ÄÖ9")).isEqualTo("ÄÖ9");
    }

    @Property
    void isAMetric(@ForAll("plates") String a, @ForAll("plates") String b, @ForAll("plates") String c) {
        double distance = Likeness.distance(a, b);

        assertThat(distance).isEqualTo(Likeness.distance(b, a));
        assertThat(distance == 0).isEqualTo(a.equals(b));
        assertThat(distance)
                .isBetween((double) Math.abs(a.length() - b.length()), (double) Math.max(a.length(), b.length()));
        assertThat(distance).isLessThanOrEqualTo(Likeness.distance(a, c) + Likeness.distance(c, b) + ROUNDING);
        assertThat(Likeness.distance(Likeness.folded(a), Likeness.folded(b))).isLessThanOrEqualTo(distance);
    }

    @Provide
    Arbitrary<String> plates() {
        return Arbitraries.strings().withChars("AB810OXЖ").ofMaxLength(8);
    }
}
