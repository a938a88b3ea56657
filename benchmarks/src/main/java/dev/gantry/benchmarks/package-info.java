/**
 * How long each stage takes, measured by JMH on rendered pictures. Whole runs on real photos are {@code gantry bench}'s
 * business. Nothing depends on this package.
 */
@NullMarked
package dev.gantry.benchmarks;

import org.jspecify.annotations.NullMarked;
