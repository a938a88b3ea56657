/**
 * How good the recognition is on labelled pictures: reading labels, running the whole pipeline over them, pairing what was
 * read with what is true, and scoring. The measures are defined in {@code docs/evaluation.md} and nowhere else.
 * Nothing here parses a command line or prints.
 */
@NullMarked
package dev.gantry.server.evaluate;

import org.jspecify.annotations.NullMarked;
