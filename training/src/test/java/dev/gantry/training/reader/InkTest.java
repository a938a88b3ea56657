package dev.gantry.training.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import org.junit.jupiter.api.Test;

class InkTest {

    private static final int WIDTH = 40;
    private static final int HEIGHT = 20;

    @Test
    void theEmptiestColumnIsFoundBesideWhereItWasExpected() {
        var ink = new Ink(striped(18, 23));
        assertThat(ink.emptiestColumn(20, 5, 0, HEIGHT)).isEqualTo(17);
    }

    @Test
    void ofColumnsThatAreAsEmptyTheMiddleOneIsTaken() {
        assertThat(new Ink(striped(0, 0)).emptiestColumn(20, 5, 0, HEIGHT)).isEqualTo(20);
    }

    @Test
    void columnsBeyondThePictureAreNotLookedFor() {
        assertThat(new Ink(striped(0, 0)).emptiestColumn(-4, 3, 0, HEIGHT)).isZero();
        assertThat(new Ink(striped(0, 0)).emptiestColumn(WIDTH + 4, 3, 0, HEIGHT))
                .isEqualTo(WIDTH - 1);
    }

    @Test
    void linesArePartedAtTheEmptiestRowAboutTheMiddle() {
        Image picture = striped(0, 0);
        for (int x = 0; x < WIDTH; x += 2) { // all other rows have ink
            for (int y = 0; y < HEIGHT; y++) {
                picture.bgr()[(y * WIDTH + x) * 3 + 1] = (byte) (y == 9 ? 0 : 255);
            }
        }
        assertThat(new Ink(picture).emptiestRow(Quad.of(new Box(0, 0, WIDTH, HEIGHT))))
                .isEqualTo(9);
    }

    /** Between the columns, each second row is white. */
    private static Image striped(int from, int until) {
        var bgr = new byte[WIDTH * HEIGHT * 3];
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = from; x < until; x++) {
                bgr[(y * WIDTH + x) * 3 + 1] = (byte) 255;
            }
        }
        return new Image(WIDTH, HEIGHT, bgr);
    }
}
