/**
 * Writes {@code docs/accuracy.md}: how good the shipped models are on labelled pictures and on drawn plates that are turned,
 * tilted, slanted and small, and how fast. The server's {@code evaluate} measures, this package asks and writes. Nothing depends
 * on it.
 */
@NullMarked
package dev.gantry.benchmarks.accuracy;

import org.jspecify.annotations.NullMarked;
