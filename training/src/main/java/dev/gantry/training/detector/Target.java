package dev.gantry.training.detector;

import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;

/**
 * A plate in a training scene, px of the scene.
 *
 * @param box what of the plate lies inside the scene
 * @param quad its corners, which may lie outside
 * @param cornerWeight how far the corners are to be believed: 1 for drawn plates, 0 when only a box is known
 * @param sideWeight how far the corners' horizontal extent is to match the box's, for real plates that stand upright
 * @param ignored true when neither a plate nor its absence is to be learned here
 */
record Target(Box box, Quad quad, double cornerWeight, double sideWeight, boolean ignored) {}
