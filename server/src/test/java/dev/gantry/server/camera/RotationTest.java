package dev.gantry.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.image.Image;
import org.junit.jupiter.api.Test;

class RotationTest {

    /** Three pixels in a row: 1, 2, 3; below them 4, 5, 6. */
    private static final Image SIX = image(3, 2, 1, 2, 3, 4, 5, 6);

    @Test
    void turnsClockwise() {
        assertSame(Rotation.of(0).apply(SIX), SIX);
        assertSame(Rotation.of(90).apply(SIX), image(2, 3, 4, 1, 5, 2, 6, 3));
        assertSame(Rotation.of(180).apply(SIX), image(3, 2, 6, 5, 4, 3, 2, 1));
        assertSame(Rotation.of(270).apply(SIX), image(2, 3, 3, 6, 2, 5, 1, 4));
        assertThatThrownBy(() -> Rotation.of(45)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertSame(Image image, Image expected) {
        assertThat(image.width()).isEqualTo(expected.width());
        assertThat(image.bgr()).isEqualTo(expected.bgr());
    }

    private static Image image(int width, int height, int... pixels) {
        var bgr = new byte[3 * pixels.length];
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) (10 * pixels[i / 3] + i % 3);
        }
        return new Image(width, height, bgr);
    }
}
