package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.plate.Point;
import java.time.Duration;
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
        var noise = new Random(seed);
        var bgr = new byte[WIDTH * HEIGHT * 3];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                boolean white = x >= left && x < left + side && y >= top && y < top + side;
                byte value = (byte) ((white ? 250 : gray) + noise.nextInt(5));
                bgr[(y * WIDTH + x) * 3] = value;
                bgr[(y * WIDTH + x) * 3 + 1] = value;
                bgr[(y * WIDTH + x) * 3 + 2] = value;
            }
        }
        return new Image(WIDTH, HEIGHT, bgr);
    }
}
