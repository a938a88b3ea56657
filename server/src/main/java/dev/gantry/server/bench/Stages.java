package dev.gantry.server.bench;

/**
 * Where the time of a picture goes, on one thread; medians.
 *
 * @param decode from the file's bytes to pixels, ms
 * @param detect looking for plates, ms: the whole recognition without the readings
 * @param read reading one plate, ms; NaN when there was none
 */
public record Stages(double decode, double detect, double read) {}
