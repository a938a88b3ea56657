package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TiledDetectorTest {

    private static final int SIDE = 100;

    @Property(tries = 200)
    void tilesCoverThePictureWithinTheBudget(
            @ForAll @IntRange(min = 1, max = 6000) int width,
            @ForAll @IntRange(min = 1, max = 6000) int height,
            @ForAll @IntRange(min = 1, max = 24) int budget) {
        List<Window> tiles = TilePlan.of(width, height, 640, budget);
        assertThat(tiles).hasSizeLessThanOrEqualTo(budget);
        if (!tiles.isEmpty()) {
            for (int[] place : new int[][] {
                {0, 0}, {width - 1, 0}, {0, height - 1}, {width - 1, height - 1}, {width / 2, height / 3}
            }) {
                assertThat(tiles).anyMatch(tile -> holds(tile, place[0], place[1], 1, 1));
            }
            for (Window tile : tiles) {
                assertThat(holds(new Window(0, 0, width, height), tile.x(), tile.y(), tile.width(), tile.height()))
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void aSmallPlateLiesWholeInSomeTile(
            @ForAll @IntRange(min = 0, max = 3900) int x, @ForAll @IntRange(min = 0, max = 2970) int y) {
        assertThat(TilePlan.of(4000, 3000, 640, 24)).anyMatch(tile -> holds(tile, x, y, 100, 30));
    }

    private static boolean holds(Window tile, int x, int y, int width, int height) {
        return tile.x() <= x
                && tile.y() <= y
                && tile.x() + tile.width() >= x + width
                && tile.y() + tile.height() >= y + height;
    }

    /** Sees the bright pixels of a picture as one plate, but only where they are at least a tenth of its width. */
    private static final class BrightSpot implements PlateDetector {
        final List<Integer> widths = new ArrayList<>();

        @Override
        public List<Detection> detect(Image image) {
            widths.add(image.width());
            int left = Integer.MAX_VALUE;
            int right = -1;
            int top = Integer.MAX_VALUE;
            int bottom = -1;
            for (int i = 0; i < image.width() * image.height(); i++) {
                if (image.bgr()[i * 3] != 0) {
                    left = Math.min(left, i % image.width());
                    right = Math.max(right, i % image.width() + 1);
                    top = Math.min(top, i / image.width());
                    bottom = Math.max(bottom, i / image.width() + 1);
                }
            }
            if (right - left < image.width() / 10) {
                return List.of();
            }
            var box = new Box(left, top, right - left, bottom - top);
            return List.of(new Detection(box, Quad.of(box), 0.5));
        }
    }

    private static Image spot(int width, int height, int x, int y, int spotWidth) {
        var bytes = new byte[width * height * 3];
        for (int row = y; row < y + spotWidth / 3; row++) {
            for (int column = x; column < x + spotWidth; column++) {
                bytes[(row * width + column) * 3] = 1;
            }
        }
        return new Image(width, height, bytes);
    }

    @Property(tries = 100)
    void aSmallPlateIsFoundOnceAndWhole(
            @ForAll @IntRange(min = 0, max = 280) int x, @ForAll @IntRange(min = 0, max = 190) int y) {
        var detector = new TiledDetector(new BrightSpot(), SIDE, 0.3, 24, false);
        List<Detection> found = detector.detect(spot(300, 200, x, y, 18));
        assertThat(found).singleElement().satisfies(one -> assertThat(one.box()).isEqualTo(new Box(x, y, 18, 6)));
    }

    @Example
    void aLargePlateNeedsNoSecondLook() {
        var inner = new BrightSpot();
        new TiledDetector(inner, SIDE, 0.3, 24, false).detect(spot(300, 200, 20, 20, 150));
        assertThat(inner.widths).containsExactly(300);
    }

    @Example
    void whoAsksForItGetsTheSecondLookAlways() {
        var inner = new BrightSpot();
        new TiledDetector(inner, SIDE, 0.3, 24, true).detect(spot(300, 200, 20, 20, 150));
        assertThat(inner.widths).hasSizeBetween(5, 25);
    }

    @Example
    void closeUpsAreAllThatIsLookedAtASecondTime() {
        var inner = new BrightSpot();
        var detector = new TiledDetector(inner, SIDE, 0.3, 6, false);
        List<Detection> found = detector.detect(spot(300, 200, 150, 60, 18), List.of(new Window(140, 40, 90, 60)));

        assertThat(found).singleElement().satisfies(one -> assertThat(one.box()).isEqualTo(new Box(150, 60, 18, 6)));
        assertThat(inner.widths).containsExactly(300, 90);
    }

    @Example
    void whatACloseUpCutsDoesNotCount() {
        var detector = new TiledDetector(new BrightSpot(), SIDE, 0.3, 6, false);
        assertThat(detector.detect(spot(300, 200, 150, 60, 18), List.of(new Window(70, 40, 90, 60))))
                .isEmpty();
    }

    @Example
    void aPlateOfGoodSizeMakesTheCloseUpAroundItUnnecessary() {
        var inner = new BrightSpot();
        var detector = new TiledDetector(inner, SIDE, 0.3, 6, false);
        Image picture = spot(300, 200, 20, 20, 90);
        detector.detect(picture, List.of(new Window(10, 10, 120, 80)));
        assertThat(inner.widths).containsExactly(300);

        detector.detect(picture, List.of(new Window(180, 100, 120, 80)));
        assertThat(inner.widths).containsExactly(300, 300, 120);
    }

    @Example
    void aPictureThatFitsTheInputIsSeenOnce() {
        var inner = new BrightSpot();
        new TiledDetector(inner, SIDE, 0.3, 24, true).detect(new Image(100, 80, new byte[100 * 80 * 3]));
        assertThat(inner.widths).containsExactly(100);
    }
}
