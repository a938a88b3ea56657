/**
 * The plate detector: its net, its targets and loss, the scenes that it learns from and its training loop.
 */
@NullMarked
package dev.gantry.training.detector;

import org.jspecify.annotations.NullMarked;
