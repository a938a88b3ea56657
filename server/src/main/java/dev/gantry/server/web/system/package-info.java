/** System: how each part of the server is. */
@NullMarked
package dev.gantry.server.web.system;

import org.jspecify.annotations.NullMarked;
