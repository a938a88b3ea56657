package dev.gantry.rendering;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * The truth about a plate in a rendered scene.
 *
 * @param text what a reader should read
 * @param corners in the scene's pixels, clockwise from the text's top left
 * @param lines how many lines the text takes, 1 or 2
 */
public record ScenePlate(String text, List<Point2D> corners, int lines) {

    public ScenePlate {
        corners = List.copyOf(corners);
    }
}
