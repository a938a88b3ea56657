package dev.gantry.detect;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;

/**
 * One candidate for a plate.
 *
 * @param box upright box around it, px of the picture
 * @param quad its four corners, px of the picture; the box's own corners when the model gives none
 * @param score how sure the model is, 0 to 1
 */
public record Detection(Box box, Quad quad, double score) {}
