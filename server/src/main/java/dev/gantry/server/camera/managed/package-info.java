/**
 * Cameras that are managed: their definitions, what keeps them running, and what becomes of their frames. Nothing here knows
 * of HTTP or of SQL.
 */
@NullMarked
package dev.gantry.server.camera.managed;

import org.jspecify.annotations.NullMarked;
