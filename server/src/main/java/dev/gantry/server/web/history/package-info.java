/** History: what was seen, searched and filtered, and the page of each sighting. */
@NullMarked
package dev.gantry.server.web.history;

import org.jspecify.annotations.NullMarked;
