package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepBackDetectorTest {

    private static final double THRESHOLD = 0.3;
    private static final int SIDE = 300;
    private static final Image PICTURE = new Image(400, 100, new byte[400 * 100 * 3]);

    private static final Detection WHOLE = detection(10, 380, 0.4);
    private static final Detection PART = detection(10, 260, 0.9);
    private static final Detection USUAL = detection(50, 120, 0.5);
    private static final Detection USUAL_BUT_DOUBTFUL = detection(320, 60, 0.2);

    /** Sees one thing at the first look and the whole plate from further away. */
    private record TwoLooks(List<Detection> first, List<Detection> further) implements PlateDetector {

        @Override
        public List<Detection> detect(Image image) {
            return first;
        }

        @Override
        public List<Detection> fromFurther(Image image) {
            return further;
        }

        @Override
        public boolean isOutOfFocus(Image image, Detection candidate) {
            return candidate.box().width() > image.width() / 2.0;
        }
    }

    private static Detection detection(double x, double width, double score) {
        var box = new Box(x, 10, width, 80);
        return new Detection(box, Quad.of(box), score);
    }

    private static List<Detection> found(Detection... first) {
        return detector(SIDE, first).detect(PICTURE);
    }

    private static StepBackDetector detector(int side, Detection... first) {
        return new StepBackDetector(new TwoLooks(List.of(first), List.of(WHOLE)), side, THRESHOLD);
    }

    @Test
    void aPlateThatTheFirstLookDoesNotSeeIsFound() {
        assertThat(found()).containsExactly(WHOLE);
    }

    @Test
    void aWholePlateBeatsItsPartHoweverSureThatIs() {
        assertThat(found(PART)).containsExactly(WHOLE);
    }

    @Test
    void aPlateOfUsualSizeMakesTheSecondLookUnnecessary() {
        assertThat(found(USUAL)).containsExactly(USUAL);
        assertThat(found(USUAL, PART)).containsExactly(USUAL, PART);
    }

    @Test
    void whatIsSeenDoubtfullyDoesNot() {
        assertThat(found(USUAL_BUT_DOUBTFUL)).containsExactly(WHOLE);
    }

    @Test
    void aSmallPictureIsAlwaysLookedAtSo() {
        assertThat(detector(PICTURE.width(), USUAL).detect(PICTURE)).containsExactly(WHOLE);
    }

    @Test
    void aPlateOfUsualSizeThatIsMuchSurerStays() {
        Detection sure = detection(50, 120, 0.8);
        assertThat(detector(PICTURE.width(), sure).detect(PICTURE)).containsExactly(sure);
    }

    @Test
    void whatIsHardlySeenFromFurtherTakesNothingAway() {
        Detection ghost = detection(10, 380, 0.2);
        var detector = new StepBackDetector(new TwoLooks(List.of(USUAL), List.of(ghost)), PICTURE.width(), THRESHOLD);
        assertThat(detector.detect(PICTURE)).containsExactly(USUAL);
    }

    @Test
    void framesOfAVideoAreLookedAtOnce() {
        assertThat(detector(SIDE, PART).detect(PICTURE, List.of())).containsExactly(PART);
    }

    @Test
    void tilesOfALargePictureAreLookedAtOnce() {
        var tiled = new TiledDetector(detector(SIDE), SIDE, THRESHOLD, 6, false);
        assertThat(tiled.detect(PICTURE)).containsExactly(WHOLE);
        assertThat(tiled.detect(PICTURE, List.of(new Window(0, 0, 200, 100)))).isEmpty();
    }
}
