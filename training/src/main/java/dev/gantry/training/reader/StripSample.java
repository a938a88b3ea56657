package dev.gantry.training.reader;

/**
 * A strip to learn from.
 *
 * @param gray 48 x 160 grey values, row by row, unsigned
 * @param text its characters' indices in the alphabet
 */
record StripSample(byte[] gray, int[] text) {}
