package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NonMaxSuppressionTest {

    @Example
    void theBestOfACrowdStays() {
        var best = at(10, 10, 100, 30, 0.9);
        assertThat(NonMaxSuppression.apply(List.of(at(12, 11, 100, 30, 0.6), best, at(8, 10, 90, 28, 0.5))))
                .containsExactly(best);
    }

    @Example
    void aPieceInsideABetterOneGoes() {
        var whole = at(0, 0, 100, 30, 0.9);
        assertThat(NonMaxSuppression.apply(List.of(at(10, 5, 20, 20, 0.8), whole)))
                .containsExactly(whole);
    }

    @Example
    void neighboursStay() {
        var left = at(0, 0, 100, 30, 0.5);
        var right = at(95, 0, 100, 30, 0.9);
        assertThat(NonMaxSuppression.apply(List.of(left, right))).containsExactly(right, left);
    }

    @Example
    void ofEqualsTheFirstStays() {
        var first = at(0, 0, 100, 30, 0.5);
        assertThat(NonMaxSuppression.apply(List.of(first, at(1, 0, 100, 30, 0.5))))
                .containsExactly(first);
    }

    @Property(tries = 50)
    void whatStaysIsSortedAndApart(@ForAll long seed) {
        var chance = new Random(seed);
        var candidates = new ArrayList<Detection>();
        for (int i = 0; i < 60; i++) {
            candidates.add(at(
                    chance.nextInt(200),
                    chance.nextInt(200),
                    10 + chance.nextInt(90),
                    10 + chance.nextInt(40),
                    chance.nextInt(10) / 10.0));
        }
        List<Detection> kept = NonMaxSuppression.apply(candidates);
        for (int i = 1; i < kept.size(); i++) {
            assertThat(kept.get(i).score()).isLessThanOrEqualTo(kept.get(i - 1).score());
            for (int j = 0; j < i; j++) {
                assertThat(kept.get(i).box().iou(kept.get(j).box())).isLessThanOrEqualTo(0.4);
            }
        }
        assertThat(NonMaxSuppression.apply(kept)).isEqualTo(kept);
    }

    static Detection at(double x, double y, double width, double height, double score) {
        var box = new Box(x, y, width, height);
        return new Detection(box, Quad.of(box), score);
    }
}
