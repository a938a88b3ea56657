package dev.gantry.rendering;

import java.awt.geom.Path2D;

/**
 * One character's outline in units of the cap height: the top of a capital at y 0, its foot at y 1, the left edge of the
 * ink at x 0.
 *
 * @param outline the shape to fill; never changed after it was made
 * @param width the ink's width
 */
record Glyph(Path2D outline, double width) {}
