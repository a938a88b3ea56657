package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class FocusTest {

    private static final int SIDE = 320;

    private static Image picture(int width, int height) {
        return new Image(width, height, new byte[width * height * 3]);
    }

    @Property(tries = 200)
    void liesInThePictureAndHoldsTheCandidatesMiddle(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @DoubleRange(max = 0.95) double left,
            @ForAll @DoubleRange(max = 0.95) double top,
            @ForAll @DoubleRange(max = 1) double across,
            @ForAll @DoubleRange(max = 1) double down) {
        var box = new Box(left * width, top * height, across * (1 - left) * width, down * (1 - top) * height);
        Window window = Focus.window(picture(width, height), box, SIDE);
        assertThat(window.x()).isNotNegative();
        assertThat(window.y()).isNotNegative();
        assertThat(window.width()).isPositive();
        assertThat(window.height()).isPositive();
        assertThat(window.x() + window.width()).isLessThanOrEqualTo(width);
        assertThat(window.y() + window.height()).isLessThanOrEqualTo(height);
        assertThat(box.center().x()).isBetween((double) window.x() - 1, window.x() + window.width() + 1.0);
        assertThat(box.center().y()).isBetween((double) window.y() - 1, window.y() + window.height() + 1.0);
    }

    @Example
    void bringsAPlateToTheSizeAtWhichItIsSeenBest() {
        Window window = Focus.window(picture(1920, 1080), new Box(900, 500, 60, 15), SIDE);
        assertThat(window).isEqualTo(new Window(850, 460, 160, 96));
    }

    @Example
    void showsAllOfAPictureThatAPlateFills() {
        assertThat(Focus.window(picture(400, 200), new Box(10, 20, 380, 90), SIDE))
                .isEqualTo(new Window(0, 0, 400, 200));
    }
}
