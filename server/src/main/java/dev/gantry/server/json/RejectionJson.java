package dev.gantry.server.json;

import dev.gantry.plate.Rejection;
import java.util.List;

/**
 * A candidate that did not become a plate.
 *
 * @param reason TOO_SMALL, LOW_CONFIDENCE, UNREADABLE or DUPLICATE
 * @param detail the reason in words, with its figures
 * @param text what was read of it, empty when it was not read
 * @param detectionScore how sure the detector was, 0 to 1
 */
public record RejectionJson(
        Rejection.Reason reason,
        String detail,
        String text,
        double detectionScore,
        BoxJson box,
        List<double[]> corners) {

    public RejectionJson {
        corners = List.copyOf(corners);
    }

    static RejectionJson of(Rejection rejection) {
        return new RejectionJson(
                rejection.reason(),
                rejection.detail(),
                rejection.text(),
                Rounded.confidence(rejection.detectionScore()),
                BoxJson.of(rejection.box()),
                Rounded.corners(rejection.quad()));
    }
}
