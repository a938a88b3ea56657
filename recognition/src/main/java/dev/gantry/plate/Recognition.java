package dev.gantry.plate;

import java.util.List;

/**
 * All that was found in one picture.
 *
 * @param width width of the decoded, upright picture, px
 * @param height its height, px
 * @param plates the plates, most confident first
 * @param rejected candidates that were not believed, most likely first
 */
public record Recognition(int width, int height, List<Plate> plates, List<Rejection> rejected) {

    public Recognition {
        plates = List.copyOf(plates);
        rejected = List.copyOf(rejected);
    }
}
