package dev.gantry.rendering;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A rendered photograph with its truth.
 *
 * @param picture {@code TYPE_3BYTE_BGR}
 * @param plates every plate in it, from the left
 */
public record RenderedScene(BufferedImage picture, List<ScenePlate> plates) {

    public RenderedScene {
        plates = List.copyOf(plates);
    }
}
