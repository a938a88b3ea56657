package dev.gantry.server.evaluate;

import dev.gantry.plate.Quad;

/**
 * What was reported as a plate.
 *
 * @param text what was read, as {@link PlateText#normalize}d
 * @param confidence probability that the whole text is right, 0 to 1
 * @param quad where it is, px
 */
public record FoundPlate(String text, double confidence, Quad quad) {}
