/**
 * Plates and scenes drawn by Java2D with exact labels: training's raw material, the tests' pictures and the README's.
 * Knows nothing of recognition, models or libtorch.
 */
@NullMarked
package dev.gantry.rendering;

import org.jspecify.annotations.NullMarked;
