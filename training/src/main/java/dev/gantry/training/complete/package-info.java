/** Completes a folder's labels with what a detector and a reader see: corners, and plates that nobody labelled. */
@NullMarked
package dev.gantry.training.complete;

import org.jspecify.annotations.NullMarked;
