/**
 * Sightings as they are remembered: one for each passing vehicle of a camera. Values and the interface of the store; nothing
 * here knows of SQL, files or HTTP.
 */
@NullMarked
package dev.gantry.server.sighting;

import org.jspecify.annotations.NullMarked;
