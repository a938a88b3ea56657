/** How much video one machine can take: drawn clips through ffmpeg, motion gate, models and tracker, as cameras and files do. */
@NullMarked
package dev.gantry.benchmarks.video;

import org.jspecify.annotations.NullMarked;
