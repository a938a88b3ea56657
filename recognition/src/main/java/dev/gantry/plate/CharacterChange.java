package dev.gantry.plate;

/**
 * A character that a country's plate format decided because the picture alone did not.
 *
 * @param position place in the text, the first being 1
 * @param from what the picture alone would have given
 * @param to what the text has there
 * @param because the format, such as {@code "GB AA99AAA"}: region, then A for a letter, 9 for a digit, X for either, other
 *     characters for themselves
 */
public record CharacterChange(int position, String from, String to, String because) {}
