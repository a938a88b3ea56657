/** The page on which a photo can be tried: what was found in it, in whose words, and in which cells of a grid. */
@NullMarked
package dev.gantry.server.web.tryit;

import org.jspecify.annotations.NullMarked;
