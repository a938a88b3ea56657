/**
 * The commands that work on files: recognise, evaluate and bench, each a thin shell of options around what does the work.
 * Standard output is for results, standard error for people. No HTTP here.
 */
@NullMarked
package dev.gantry.server.cli;

import org.jspecify.annotations.NullMarked;
