/**
 * Trained models: an ONNX file with the card that tells how to use it, and the session that runs it.
 * ONNX Runtime and the cards' JSON are known here alone. What goes into a model and what comes out means is told by the
 * packages that use it.
 */
@NullMarked
package dev.gantry.model;

import org.jspecify.annotations.NullMarked;
