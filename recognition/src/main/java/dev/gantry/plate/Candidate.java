package dev.gantry.plate;

/**
 * One possible text of a plate.
 *
 * @param confidence probability that the whole text is right, 0 to 1
 */
public record Candidate(String text, double confidence) {}
