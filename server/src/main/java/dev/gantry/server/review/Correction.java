package dev.gantry.server.review;

/**
 * A misread.
 *
 * @param read what was read, capitals and digits alone
 * @param truth what the plate says, likewise
 */
public record Correction(String read, String truth) {}
