/**
 * The JSON that Gantry speaks: one recognition, one error, and the one mapper that writes them. The command line and the
 * HTTP interface write the same objects from here, so that a script that reads one reads the other.
 * Only shapes live here: nothing that recognises, listens or opens files.
 */
@NullMarked
package dev.gantry.server.json;

import org.jspecify.annotations.NullMarked;
