package dev.gantry.track;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import org.junit.jupiter.api.Test;

class LegibilityTest {

    private static Rejection rejection(double width, Reason reason, String text) {
        var box = new Box(10, 10, width, width * 0.24);
        return new Rejection(box, Quad.of(box), 0.5, reason, "confidence 0.10", text);
    }

    @Test
    void aPlateOfFewPixelsIsTooSmall() {
        Rejection told = Legibility.explained(rejection(31, Reason.LOW_CONFIDENCE, "AB12"), 1);

        assertThat(told.reason()).isEqualTo(Reason.TOO_SMALL);
        assertThat(told.detail()).isEqualTo("confidence 0.10; 31 px wide, some 46 are needed");
        assertThat(told.text()).isEqualTo("AB12");
    }

    @Test
    void aLargePlateWithoutEdgesIsBlurred() {
        Rejection told = Legibility.explained(rejection(120, Reason.LOW_CONFIDENCE, "AB12"), 0.1);

        assertThat(told.reason()).isEqualTo(Reason.BLURRED);
        assertThat(told.detail()).isEqualTo("confidence 0.10; sharpness 0.10, some 0.20 are needed");
    }

    @Test
    void aLargeSharpPlateHasAnotherFault() {
        Rejection rejection = rejection(120, Reason.LOW_CONFIDENCE, "AB12");

        assertThat(Legibility.explained(rejection, 0.6)).isEqualTo(rejection);
    }

    @Test
    void onlyWhatWasReadIsExplainedByThePicture() {
        var grey = new Image(200, 100, new byte[200 * 100 * 3]);
        Rejection unread = rejection(120, Reason.LOW_CONFIDENCE, "");
        Rejection copy = rejection(120, Reason.DUPLICATE, "AB12");

        assertThat(Legibility.explained(unread, grey)).isEqualTo(unread);
        assertThat(Legibility.explained(copy, grey)).isEqualTo(copy);
        assertThat(Legibility.explained(rejection(120, Reason.UNREADABLE, ""), grey)
                        .reason())
                .isEqualTo(Reason.BLURRED);
    }
}
