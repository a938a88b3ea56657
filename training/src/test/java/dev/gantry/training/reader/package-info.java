@NullMarked
package dev.gantry.training.reader;

import org.jspecify.annotations.NullMarked;
