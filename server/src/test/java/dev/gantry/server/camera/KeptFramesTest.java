package dev.gantry.server.camera;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptFramesTest {

    private final KeptFrames kept = new KeptFrames();

    private static Duration time(int number) {
        return Duration.ofMillis(200L * number);
    }

    private static Set<Duration> times(int from, int to) {
        return IntStream.range(from, to).mapToObj(KeptFramesTest::time).collect(Collectors.toSet());
    }

    private void add(int from, int to) {
        for (int i = from; i < to; i++) {
            kept.add(new Frame(time(i), TestClips.gray(64, 36, 10 * i)));
        }
    }

    @Test
    void givesTheVeryFrame() {
        add(0, 8);
        kept.retain(times(0, 8));

        for (int i = 0; i < 8; i++) {
            Image frame = kept.at(time(i)).orElseThrow();
            assertThat(frame.width()).isEqualTo(64);
            assertThat(frame.height()).isEqualTo(36);
            assertThat(frame.bgr()[0] & 0xff).isBetween(10 * i - 1, 10 * i + 1); // older ones went through a JPEG
        }
    }

    @Test
    void keepsNoOthers() {
        add(0, 4);
        kept.retain(times(1, 2));

        assertThat(kept.at(time(0))).isEmpty();
        assertThat(kept.at(time(1))).isPresent();
        assertThat(kept.at(time(3))).isEmpty();
    }
}
