package dev.gantry.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gantry.plate.Box;
import dev.gantry.plate.Point;
import dev.gantry.plate.Quad;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RectifierTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 16;

    private final Rectifier rectifier = new Rectifier(WIDTH, HEIGHT, 0, 0);

    @Property(tries = 100)
    void theMapGoesFromCornersToCorners(
            @ForAll @DoubleRange(min = -40, max = 40) double dx, @ForAll @DoubleRange(min = -40, max = 40) double dy) {
        var quad = quad(dx, dy);
        var map = Homography.ontoQuad(quad);
        assertThat(map.apply(0, 0).distanceTo(quad.topLeft())).isLessThan(1e-6);
        assertThat(map.apply(1, 0).distanceTo(quad.topRight())).isLessThan(1e-6);
        assertThat(map.apply(1, 1).distanceTo(quad.bottomRight())).isLessThan(1e-6);
        assertThat(map.apply(0, 1).distanceTo(quad.bottomLeft())).isLessThan(1e-6);
    }

    /** Quarters drawn in perspective come out as upright quarters. */
    @Property(tries = 30)
    void perspectiveIsUndone(
            @ForAll @DoubleRange(min = -30, max = 30) double dx, @ForAll @DoubleRange(min = -30, max = 30) double dy) {
        var quad = quad(dx, dy);
        var map = Homography.ontoQuad(quad);
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_3BYTE_BGR);
        int[] levels = {40, 90, 160, 230};
        for (int i = 0; i < 4; i++) {
            fill(picture, map, i % 2 * 0.5, i / 2 * 0.5, levels[i]);
        }
        Strip strip = rectifier.rectify(Image.of(picture), quad);
        for (int i = 0; i < 4; i++) {
            int x = i % 2 == 0 ? WIDTH / 4 : 3 * WIDTH / 4;
            int y = i / 2 == 0 ? HEIGHT / 4 : 3 * HEIGHT / 4;
            assertThat(strip.gray()[y * WIDTH + x]).isCloseTo(levels[i], within(2f));
        }
    }

    private static void fill(BufferedImage picture, Homography map, double u, double v, int level) {
        var path = new Path2D.Double();
        path.moveTo(map.x(u, v), map.y(u, v));
        path.lineTo(map.x(u + 0.5, v), map.y(u + 0.5, v));
        path.lineTo(map.x(u + 0.5, v + 0.5), map.y(u + 0.5, v + 0.5));
        path.lineTo(map.x(u, v + 0.5), map.y(u, v + 0.5));
        var graphics = picture.createGraphics();
        graphics.setColor(new Color(level, level, level));
        graphics.fill(path);
        graphics.dispose();
    }

    private static Quad quad(double dx, double dy) {
        return new Quad(
                new Point(100, 90), new Point(300 + dx, 100 + dy), new Point(290, 200 - dy), new Point(110 - dx, 190));
    }

    @Example
    void anUprightStripOfTheSameSizeIsTheLumaOfThePicture() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        picture.setRGB(10, 5, new Color(250, 100, 50).getRGB());
        Strip strip = rectifier.rectify(Image.of(picture), Quad.of(new Box(0, 0, WIDTH, HEIGHT)));
        assertThat(strip.gray()[5 * WIDTH + 10]).isCloseTo(0.299f * 250 + 0.587f * 100 + 0.114f * 50, within(0.5f));
        assertThat(strip.gray()[5 * WIDTH + 12]).isCloseTo(0, within(0.5f));
    }

    /** Against the same sampling written out pixel by pixel, with exact places. */
    @Property(tries = 30)
    void aSampleIsTheBlendOfItsFourPixels(
            @ForAll @DoubleRange(min = -30, max = 30) double dx,
            @ForAll @DoubleRange(min = -30, max = 30) double dy,
            @ForAll long seed) {
        var bytes = new byte[310 * 205 * 3];
        new Random(seed).nextBytes(bytes);
        var image = new Image(310, 205, bytes);
        Quad quad = quad(dx, dy);
        var map = Homography.ontoQuad(quad);
        Image strip = new Rectifier(400, 200, 0, 0).rectifyColours(image, quad);
        for (int i = 0; i < 400 * 200; i += 97) {
            double u = (i % 400 + 0.5) / 400;
            double v = (i / 400 + 0.5) / 200;
            double expected = blend(image, map.x(u, v) - 0.5, map.y(u, v) - 0.5);
            assertThat((double) (strip.bgr()[3 * i + 1] & 0xff)).isCloseTo(expected, within(2.6));
        }
    }

    /** Of green. */
    private static double blend(Image image, double x, double y) {
        double inX = Math.clamp(x, 0, image.width() - 1);
        double inY = Math.clamp(y, 0, image.height() - 1);
        int left = (int) inX;
        int top = (int) inY;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            int column = Math.min(left + i % 2, image.width() - 1);
            int row = Math.min(top + i / 2, image.height() - 1);
            double share = (i % 2 == 0 ? 1 - (inX - left) : inX - left) * (i / 2 == 0 ? 1 - (inY - top) : inY - top);
            sum += share * (image.bgr()[(row * image.width() + column) * 3 + 1] & 0xff);
        }
        return sum;
    }

    @Example
    void aPlateThatFillsALargePictureIsShrunkFirst() {
        int width = 3001;
        int height = 1203;
        var bytes = new byte[width * height * 3];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i / 3 % width * 255 / width);
        }
        Strip strip = rectifier.rectify(new Image(width, height, bytes), Quad.of(new Box(0, 0, width, height)));
        for (int x = 0; x < WIDTH; x++) {
            assertThat(strip.gray()[5 * WIDTH + x]).isCloseTo((x + 0.5f) / WIDTH * 255, within(1f));
        }
    }

    @Example
    void beyondThePictureItsBorderIsRepeated() {
        var picture = new BufferedImage(20, 20, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 20, 20);
        graphics.dispose();
        Strip strip = rectifier.rectify(Image.of(picture), Quad.of(new Box(-100, -100, 300, 300)));
        for (float value : strip.gray()) {
            assertThat(value).isCloseTo(255, within(0.01f));
        }
    }

    @Example
    void aDegenerateQuadGivesSomeFiniteStrip() {
        var image = new Image(1, 1, new byte[] {9, 9, 9});
        var point = new Point(5, 5);
        Strip strip = rectifier.rectify(image, new Quad(point, point, point, point));
        assertThat(strip.gray()[0]).isCloseTo(9, within(0.1f));
        var lost = new Point(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(rectifier.rectify(image, new Quad(lost, point, lost, point)).gray()[0])
                .isCloseTo(9, within(0.1f));
    }

    @Example
    void aStripWithoutContrastStaysCalm() {
        assertThat(Standardized.of(new Strip(2, 1, new float[] {7, 7}))).containsOnly(0);
    }
}
