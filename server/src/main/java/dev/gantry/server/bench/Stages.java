package dev.gantry.server.bench;

import org.jspecify.annotations.Nullable;

/**
 * Where the time of a picture goes, on one thread; medians.
 *
 * @param decode from the file's bytes to pixels, ms
 * @param detect looking for plates, ms: the whole recognition without the readings
 * @param read reading one plate, ms; null when there was none
 */
public record Stages(double decode, double detect, @Nullable Double read) {}
