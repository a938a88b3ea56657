package dev.gantry.track;

import dev.gantry.image.Image;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Rejection;
import dev.gantry.plate.Rejection.Reason;
import java.util.Locale;

/** Why a plate could not be read surely: who sets a camera up can do something about its size and its sharpness. */
final class Legibility {

    /** Half as many pixels along each side as help: its strokes are a pixel wide or less. */
    private static final double SMALL = 0.5;

    /** Half as sharp as what looks sharp. */
    private static final double BLURRED = 0.5;

    private Legibility() {}

    /** What the picture is to blame for, or else the text alone. */
    static Rejection explained(Rejection rejection, double sharpness) {
        Quad quad = rejection.quad();
        if (size(quad) < SMALL) {
            double wanted = quad.width() * SMALL / Math.max(1e-9, size(quad));
            return with(rejection, Reason.TOO_SMALL, "%.0f px wide, some %.0f are needed", quad.width(), wanted);
        }
        if (sharpness < BLURRED * PlateRead.ENOUGH_SHARPNESS) {
            double wanted = BLURRED * PlateRead.ENOUGH_SHARPNESS;
            return with(rejection, Reason.BLURRED, "sharpness %.2f, some %.2f are needed", sharpness, wanted);
        }
        return rejection;
    }

    /** The same for what a recogniser has read and not believed; what was not read is no plate, as far as is known. */
    static Rejection explained(Rejection rejection, Image frame) {
        return switch (rejection.reason()) {
            case LOW_CONFIDENCE, UNREADABLE ->
                rejection.text().isEmpty() && rejection.reason() == Reason.LOW_CONFIDENCE
                        ? rejection
                        : explained(rejection, Sharpness.of(frame, rejection.quad()));
            case TOO_SMALL, TOO_LARGE, DUPLICATE, BLURRED, OUTSIDE, STATIC, PARKED -> rejection;
        };
    }

    private static double size(Quad quad) {
        return Math.sqrt(quad.width() * quad.height()) / PlateRead.ENOUGH_PIXELS;
    }

    private static Rejection with(Rejection rejection, Reason reason, String figures, double found, double wanted) {
        return new Rejection(
                rejection.box(),
                rejection.quad(),
                rejection.detectionScore(),
                reason,
                rejection.detail() + "; " + String.format(Locale.ROOT, figures, found, wanted),
                rejection.text());
    }
}
