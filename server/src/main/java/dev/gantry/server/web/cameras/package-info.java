/** The page of the cameras that Gantry watches, and the one on which a camera is set up and its zones are drawn. */
@NullMarked
package dev.gantry.server.web.cameras;

import org.jspecify.annotations.NullMarked;
