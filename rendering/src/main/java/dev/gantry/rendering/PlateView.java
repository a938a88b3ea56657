package dev.gantry.rendering;

import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A plate as a camera might see it, with some of its surroundings.
 *
 * @param picture the view, {@code TYPE_3BYTE_BGR}
 * @param corners the plate's four corners in the picture's pixels, clockwise from the text's top left
 */
public record PlateView(BufferedImage picture, List<Point2D> corners) {

    public PlateView {
        corners = List.copyOf(corners);
    }
}
