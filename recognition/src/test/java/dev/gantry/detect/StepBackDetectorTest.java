package dev.gantry.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
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
    private record TwoLooks(List<Detection> first) implements PlateDetector {

        @Override
        public List<Detection> detect(Image image) {
            return first;
        }

        @Override
        public List<Detection> fromFurther(Image image) {
            return List.of(WHOLE);
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
        return new StepBackDetector(new TwoLooks(List.of(first)), SIDE, THRESHOLD).detect(PICTURE);
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
        var sticker = List.of(USUAL);
        assertThat(new StepBackDetector(new TwoLooks(sticker), PICTURE.width(), THRESHOLD).detect(PICTURE))
                .containsExactly(WHOLE);
    }

    @Test
    void framesOfAVideoAreLookedAtOnce() {
        var detector = new StepBackDetector(new TwoLooks(List.of(PART)), SIDE, THRESHOLD);
        assertThat(detector.detect(PICTURE, List.of())).containsExactly(PART);
    }
}
