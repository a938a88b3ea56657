/** How fast the history is when it is large: data made by chance, asked as people ask. A program, since it takes an hour. */
@NullMarked
package dev.gantry.benchmarks.history;

import org.jspecify.annotations.NullMarked;
