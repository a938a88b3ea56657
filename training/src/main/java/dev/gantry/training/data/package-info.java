/**
 * Labelled pictures from disk and the queue that feeds samples to a training loop. Nothing here knows of nets.
 */
@NullMarked
package dev.gantry.training.data;

import org.jspecify.annotations.NullMarked;
