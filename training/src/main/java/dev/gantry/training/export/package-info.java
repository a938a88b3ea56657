/**
 * From a trained net to a shipped file: the ONNX graph, its int8 version and its model card.
 */
@NullMarked
package dev.gantry.training.export;

import org.jspecify.annotations.NullMarked;
