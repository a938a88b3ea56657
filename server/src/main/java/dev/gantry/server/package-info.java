/**
 * The application: the way in ({@link dev.gantry.server.Main}), the commands that start servers, and the one place where
 * all parts are put together ({@link dev.gantry.server.Gantry}).
 * Everything else lives in a package of its own feature; no other package may use this one.
 */
@NullMarked
package dev.gantry.server;

import org.jspecify.annotations.NullMarked;
