/**
 * Pixels: decoding bytes into an {@link dev.gantry.image.Image}, shrinking it for the detector and rectifying a plate
 * for the reader. Training uses the same code, so that no model ever sees anything prepared in another way.
 * Nothing here knows of models.
 */
@NullMarked
package dev.gantry.image;

import org.jspecify.annotations.NullMarked;
