package dev.gantry.server.bench;

/**
 * How many pictures get through with some threads, from the file's bytes to the plates.
 *
 * @param pictures pictures that were recognised
 * @param imagesPerSecond pictures a second, all threads together
 * @param p50 median time of one picture, ms
 * @param p95 time that 95 % do not exceed, ms
 * @param p99 time that 99 % do not exceed, ms
 */
public record Load(int threads, int pictures, double imagesPerSecond, double p50, double p95, double p99) {}
