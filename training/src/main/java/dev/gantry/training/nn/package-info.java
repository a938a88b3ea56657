/**
 * A few layers on libtorch that can also write themselves down as ONNX nodes: the same call computes when training and,
 * with a graph at hand, emits. Optimiser, averaging and checkpoints live here too; what the nets are for does not.
 */
@NullMarked
package dev.gantry.training.nn;

import org.jspecify.annotations.NullMarked;
