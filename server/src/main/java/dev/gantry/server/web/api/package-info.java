/** The page about the API. */
@NullMarked
package dev.gantry.server.web.api;

import org.jspecify.annotations.NullMarked;
