/**
 * Finding plates in a picture: {@link dev.gantry.detect.PlateDetector} and its ONNX implementation.
 * What a plate says is not this package's business.
 */
@NullMarked
package dev.gantry.detect;

import org.jspecify.annotations.NullMarked;
