/**
 * What every training run does alike: its options, its steps, its checkpoints and its log. Nothing here knows which net is
 * trained.
 */
@NullMarked
package dev.gantry.training.run;

import org.jspecify.annotations.NullMarked;
