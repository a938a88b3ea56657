/**
 * Reading one rectified plate: {@link dev.gantry.read.PlateReader} and its ONNX implementation.
 * Where the plate came from is not this package's business.
 */
@NullMarked
package dev.gantry.read;

import org.jspecify.annotations.NullMarked;
