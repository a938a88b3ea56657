package dev.gantry.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.plate.Box;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Reading;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class SecondLookTest {

    /** Lines of text are cut by at most a tenth at either side, wherever the plate stands and however large it is. */
    @Property
    void everyCutShowsMostOfThePlate(
            @ForAll @DoubleRange(min = -5000, max = 5000) double x,
            @ForAll @DoubleRange(min = -5000, max = 5000) double y,
            @ForAll @DoubleRange(min = 8, max = 1000) double width,
            @ForAll @DoubleRange(min = 0.1, max = 1) double share,
            @ForAll @DoubleRange(min = -0.5, max = 0.5) double tilt) {
        Point left = new Point(x, y);
        double right = width * Math.cos(tilt);
        double rise = width * Math.sin(tilt);
        double height = width * share;
        var plate = new Quad(left, left.plus(right, rise), left.plus(right, rise + height), left.plus(0, height));
        List<Quad> cuts = SecondLook.cuts(plate, List.of());
        assertThat(cuts).doesNotHaveDuplicates().isEqualTo(SecondLook.cuts(plate, List.of()));
        for (Quad cut : cuts) {
            assertThat(cut.width()).isBetween(0.8 * width * Math.cos(tilt), 1.1 * width);
            assertThat(cut.bounds().center().distanceTo(plate.bounds().center()))
                    .isLessThan(0.1 * width);
        }
    }

    @Example
    void onlyDoubtCallsForIt() {
        assertThat(new Glance(sure(0.95), _ -> sure(1)).isSure()).isTrue();
        assertThat(new Glance(sure(0.5), _ -> sure(1)).isSure()).isFalse();
    }

    @Example
    void twoViewsAreBothCut() {
        Quad first = Quad.of(new Box(10, 20, 100, 25));
        Quad second = first.slanted(0.1);
        assertThat(SecondLook.cuts(first, List.of(second))).hasSize(5).contains(second);
        assertThat(SecondLook.cuts(first, List.of())).hasSize(4);
    }

    private static Reading sure(double confidence) {
        return new Reading("AB123", confidence, List.of(), List.of(), CharacterLattice.unknown());
    }
}
