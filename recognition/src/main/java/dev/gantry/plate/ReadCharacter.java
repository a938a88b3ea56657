package dev.gantry.plate;

/**
 * One character of a plate as read.
 *
 * @param character one character of the reader's alphabet, as a string since it may lie outside the basic plane
 * @param confidence probability that it is right, 0 to 1
 */
public record ReadCharacter(String character, double confidence) {}
