@NullMarked
package dev.gantry.training.export;

import org.jspecify.annotations.NullMarked;
