/** What remembering a picture's plates, and telling of them, adds to recognising it. A program with a database of its own. */
@NullMarked
package dev.gantry.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
