/**
 * The plate reader: its net, the strips that it learns from and its training loop.
 */
@NullMarked
package dev.gantry.training.reader;

import org.jspecify.annotations.NullMarked;
