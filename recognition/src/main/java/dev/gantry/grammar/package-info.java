/**
 * What plates look like in which country, and what that says about a reading: {@link dev.gantry.grammar.PlateGrammar}
 * settles near-ties such as O and 0 by the formats in {@code formats-*.json} and tells the likely regions.
 * Formats are data: a new country is a new entry there and no code. Nothing here knows of pictures or models.
 */
@NullMarked
package dev.gantry.grammar;

import org.jspecify.annotations.NullMarked;
