package dev.gantry.rendering;

import java.awt.image.BufferedImage;

/**
 * A bare plate, tight to its edge.
 *
 * @param picture the plate, {@code TYPE_3BYTE_BGR}
 * @param text what a reader should read, upper line first: A-Z, 0-9 and on Chinese plates a province sign first
 * @param lines how many lines the text takes, 1 or 2
 * @param style the name of the style that it was rendered in
 */
public record RenderedPlate(BufferedImage picture, String text, int lines, String style) {}
