package dev.gantry.benchmarks.accuracy;

import dev.gantry.image.Rectifier;
import dev.gantry.image.Strip;
import dev.gantry.plate.Plate;
import java.util.List;

/**
 * A drawn plate that was not read right.
 *
 * @param strip the plate, straightened by its true corners
 * @param truth what it says
 * @param read what the plate found there was read as, empty when none was found
 * @param view how it was seen
 */
record DrawnMisread(Strip strip, String truth, String read, String view) {

    static final int WIDTH = 288;
    static final int HEIGHT = 84;

    private static final double MARGIN_X = 0.04;
    private static final double MARGIN_Y = 0.08;

    static DrawnMisread of(DrawnStreet.View view, String name, List<Plate> found) {
        var strip = new Rectifier(WIDTH, HEIGHT, MARGIN_X, MARGIN_Y).rectify(view.image(), view.plate());
        String read = found.stream()
                .filter(plate -> plate.box().intersection(view.plate().bounds()) > 0)
                .map(Plate::text)
                .findFirst()
                .orElse("");
        return new DrawnMisread(strip, view.text(), read, name);
    }
}
