package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Point;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MotionGateTest {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final MotionGate gate = new MotionGate(List.of());
    private int millis;

    @Test
    void looksAtTheFirstFramesAndThenOnlyNowAndThen() {
        int looks = 0;
        for (int i = 0; i < 150; i++) { // half a minute
            looks += opens(gate, frame(i, 100, 0, 0, 0)) ? 1 : 0;
        }

        assertThat(looks).as("the first second, and two looks more").isEqualTo(6 + 2);
    }

    @Test
    void looksWhenACarMoves() {
        settle(gate);

        assertThat(opens(gate, frame(1, 100, 60, 300, 200))).isTrue();
        assertThat(opens(gate, frame(2, 100, 60, 300, 200)))
                .as("for a second after that")
                .isTrue();
    }

    @Test
    void seesSlowMovement() {
        for (int i = 0; i < 10; i++) {
            opens(gate, frame(i, 100, 60, 300, 200));
        }
        int looks = 0;
        for (int i = 0; i < 40; i++) {
            looks += opens(gate, frame(i, 100, 60, 300 + i, 200)) ? 1 : 0;
        }

        assertThat(looks).isGreaterThan(5);
    }

    @Test
    void ignoresNoiseLightAndAClock() {
        settle(gate);

        assertThat(opens(gate, frame(77, 100, 0, 0, 0))).as("noise").isFalse();
        assertThat(opens(gate, frame(78, 120, 0, 0, 0))).as("a cloud").isFalse();
        assertThat(opens(gate, frame(79, 100, 12, 20, 10))).as("a digit").isFalse();
    }

    @Test
    void looksWhenTheLightGoesOn() {
        settle(gate);

        assertThat(opens(gate, frame(1, 180, 0, 0, 0))).isTrue();
    }

    @Test
    void ignoresWhatIsLeftOut() {
        var right = new Zone(List.of(new Point(0.4, 0), new Point(1, 0), new Point(1, 1), new Point(0.4, 1)));
        var blind = new MotionGate(List.of(right));
        settle(blind);

        assertThat(opens(blind, frame(1, 100, 60, 400, 200))).isFalse();
        assertThat(opens(blind, frame(1, 100, 60, 100, 200))).isTrue();
    }

    @Test
    void looksAgainWhenTheSizeChanges() {
        settle(gate);

        assertThat(opens(gate, new Image(3, 2, new byte[18]))).isTrue();
        assertThat(opens(gate, new Image(1, 1, new byte[3]))).isTrue();
    }

    @Test
    void looksCloselyWhereSomethingMoves() {
        settle(gate);
        opens(gate, frame(1, 100, 60, 900, 500, 1920, 1080));
        millis += 2000;
        opens(gate, frame(2, 100, 60, 900, 500, 1920, 1080)); // nothing moves
        assertThat(gate.closeUps()).isEmpty();

        opens(gate, frame(3, 100, 60, 1500, 700, 1920, 1080));

        assertThat(gate.closeUps()).singleElement().satisfies(window -> {
            assertThat(window.width()).isEqualTo(640);
            assertThat(window.height()).isEqualTo(384);
            assertThat(holds(window, 1500, 700, 60) || holds(window, 900, 500, 60))
                    .as("where it is or where it was")
                    .isTrue();
        });
    }

    @Test
    void looksCloselyEverywhereInTurnWhenEverythingMoves() {
        var seen = new boolean[1920][1080];
        for (int i = 0; i < 30; i++) {
            assertThat(opens(gate, frame(i, i % 2 == 0 ? 60 : 160, 0, 0, 0, 1920, 1080)))
                    .isTrue();
            for (Window window : gate.closeUps()) {
                for (int x = window.x(); x < window.x() + window.width(); x++) {
                    Arrays.fill(seen[x], window.y(), window.y() + window.height(), true);
                }
            }
        }

        int left = 0;
        for (boolean[] column : seen) {
            for (boolean pixel : column) {
                left += pixel ? 0 : 1;
            }
        }
        assertThat(left / (1920.0 * 1080)).as("share that was never looked at").isLessThan(0.05);
    }

    @Test
    void aSmallPictureNeedsNoCloserLook() {
        opens(gate, frame(1, 100, 60, 300, 200));

        assertThat(gate.closeUps()).isEmpty();
    }

    private static boolean holds(Window window, int x, int y, int side) {
        return x >= window.x()
                && y >= window.y()
                && x + side <= window.x() + window.width()
                && y + side <= window.y() + window.height();
    }

    private void settle(MotionGate of) {
        for (int i = 0; i < 8; i++) {
            opens(of, frame(i, 100, 0, 0, 0));
        }
    }

    private boolean opens(MotionGate of, Image frame) {
        boolean opens = of.opensFor(Duration.ofMillis(millis), frame);
        millis += 200;
        return opens;
    }

    /** Grey with noise, and a white square. */
    private static Image frame(int seed, int gray, int side, int left, int top) {
        return frame(seed, gray, side, left, top, WIDTH, HEIGHT);
    }

    private static Image frame(int seed, int gray, int side, int left, int top, int width, int height) {
        var noise = new Random(seed);
        var bgr = new byte[width * height * 3];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean white = x >= left && x < left + side && y >= top && y < top + side;
                byte value = (byte) ((white ? 250 : gray) + noise.nextInt(5));
                bgr[(y * width + x) * 3] = value;
                bgr[(y * width + x) * 3 + 1] = value;
                bgr[(y * width + x) * 3 + 2] = value;
            }
        }
        return new Image(width, height, bgr);
    }
}
