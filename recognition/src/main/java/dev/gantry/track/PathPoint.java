package dev.gantry.track;

import dev.gantry.plate.Quad;
import java.time.Duration;

/** Where a plate was at some time. */
public record PathPoint(Duration time, Quad quad) {

    double width() {
        return quad.bounds().width();
    }
}
