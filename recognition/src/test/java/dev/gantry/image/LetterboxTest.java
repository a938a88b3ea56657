package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LetterboxTest {

    @Property(tries = 100)
    void aConstantPictureStaysConstant(
            @ForAll @IntRange(min = 1, max = 300) int width,
            @ForAll @IntRange(min = 1, max = 300) int height,
            @ForAll @IntRange(min = 0, max = 255) int value) {
        var bytes = new byte[width * height * 3];
        Arrays.fill(bytes, (byte) value);
        var letterbox = Letterbox.exact(new Letterbox.Window(0, 0, width, height), 96, 64);
        Image input = letterbox.draw(new Image(width, height, bytes));
        for (byte found : input.bgr()) {
            assertThat(found).isIn((byte) value, Letterbox.PADDING);
        }
    }

    @Property(tries = 50)
    void shrinkingKeepsTheMean(
            @ForAll @IntRange(min = 64, max = 400) int width,
            @ForAll @IntRange(min = 64, max = 400) int height,
            @ForAll long seed) {
        var picture = noise(width, height, seed);
        var target = new byte[40 * 30 * 3];
        Resizer.resize(picture, Letterbox.Window.all(picture), target, 40, 0, 0, 40, 30);
        assertThat(mean(target)).isCloseTo(mean(picture.bgr()), within(0.6));
    }

    /** Up to forty times smaller, where a pixel's many weights are small and what rounding takes from each adds up. */
    @Property(tries = 50)
    void shrunkAPixelIsTheMeanOfWhatItCovers(
            @ForAll @IntRange(min = 28, max = 300) int width,
            @ForAll @IntRange(min = 5, max = 200) int height,
            @ForAll long seed) {
        var picture = noise(width, height, seed);
        var target = new byte[7 * 5 * 3];
        Resizer.resize(picture, Letterbox.Window.all(picture), target, 7, 0, 0, 7, 5);
        for (int i = 0; i < target.length; i++) {
            int x = i / 3 % 7;
            int y = i / (3 * 7);
            double expected = mean(picture, i % 3, x / 7.0, y / 5.0, 1 / 7.0, 1 / 5.0);
            assertThat((double) (target[i] & 0xff)).isCloseTo(expected, within(3.0));
        }
    }

    /** The mean of one channel over a part of the picture, in shares of its width and height. */
    private static double mean(Image picture, int channel, double x, double y, double width, double height) {
        double sum = 0;
        double area = 0;
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            double share = overlap(i % picture.width(), x * picture.width(), (x + width) * picture.width())
                    * overlap(i / picture.width(), y * picture.height(), (y + height) * picture.height());
            sum += share * (picture.bgr()[3 * i + channel] & 0xff);
            area += share;
        }
        return sum / area;
    }

    private static double overlap(int pixel, double from, double to) {
        return Math.max(0, Math.min(pixel + 1, to) - Math.max(pixel, from));
    }

    @Property(tries = 50)
    void aWindowSeesNothingOfItsSurroundings(
            @ForAll @IntRange(min = 0, max = 30) int x, @ForAll @IntRange(min = 0, max = 30) int y, @ForAll long seed) {
        var picture = noise(100, 90, seed);
        var window = new Letterbox.Window(x, y, 60, 45);
        var whole = Letterbox.exact(new Letterbox.Window(0, 0, 60, 45), 32, 32);
        assertThat(Letterbox.exact(window, 32, 32).draw(picture).bgr())
                .isEqualTo(whole.draw(picture.crop(window)).bgr());
    }

    @Property(tries = 500)
    void fromFurtherThePictureIsSmallerInTheMiddle(
            @ForAll @IntRange(min = 64, max = 3000) int width, @ForAll @IntRange(min = 64, max = 3000) int height) {
        var near = Letterbox.tight(new Letterbox.Window(0, 0, width, height), 320, 64);
        var far = near.fromFurther(2);
        assertThat(far.width()).isEqualTo(near.width());
        assertThat(far.height()).isEqualTo(near.height());
        Quad picture = Quad.of(new Box(0, 0, width, height));
        Box whole = far.toInput(picture).bounds();
        assertThat(whole.width()).isCloseTo(near.toInput(picture).bounds().width() / 2, within(1e-6));
        assertThat(whole.center().x()).isCloseTo(far.width() / 2.0, within(1.0));
        assertThat(whole.center().y()).isCloseTo(far.height() / 2.0, within(1.0));
    }

    @Property(tries = 100)
    void coordinatesComeBack(
            @ForAll @IntRange(min = 1, max = 5000) int width,
            @ForAll @IntRange(min = 1, max = 5000) int height,
            @ForAll @IntRange(min = 0, max = 50) int x) {
        var letterbox = Letterbox.tight(new Letterbox.Window(x, 2 * x, width, height), 640, 64);
        var quad = Quad.of(new Box(x + 3, 2 * x + 1, 40, 10));
        Quad back = letterbox.toPicture(letterbox.toInput(quad));
        for (int i = 0; i < 4; i++) {
            assertThat(back.corners().get(i).distanceTo(quad.corners().get(i))).isLessThan(1e-6);
        }
    }

    @Property(tries = 100)
    void aTightInputIsWholeStrides(
            @ForAll @IntRange(min = 1, max = 5000) int width, @ForAll @IntRange(min = 1, max = 5000) int height) {
        var letterbox = Letterbox.tight(new Letterbox.Window(0, 0, width, height), 640, 64);
        assertThat(Math.max(letterbox.width(), letterbox.height())).isEqualTo(640);
        assertThat(letterbox.width() % 64 + letterbox.height() % 64).isZero();
    }

    private static Image noise(int width, int height, long seed) {
        var bytes = new byte[width * height * 3];
        new Random(seed).nextBytes(bytes);
        return new Image(width, height, bytes);
    }

    private static double mean(byte[] bytes) {
        double sum = 0;
        for (byte value : bytes) {
            sum += value & 0xff;
        }
        return sum / bytes.length;
    }
}
