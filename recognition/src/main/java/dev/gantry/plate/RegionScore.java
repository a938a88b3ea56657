package dev.gantry.plate;

/**
 * How well a plate's text fits the formats of one country or state.
 *
 * @param region ISO 3166 code in small letters: a country such as {@code gb} or a part of one such as {@code us-ca}
 * @param score probability that the plate is from there, given its text and shape, 0 to 1; a country's includes its states'
 */
public record RegionScore(String region, double score) {}
