@NullMarked
package dev.gantry.training.detector;

import org.jspecify.annotations.NullMarked;
