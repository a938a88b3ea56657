/** Live: what is seen, as it happens. */
@NullMarked
package dev.gantry.server.web.live;

import org.jspecify.annotations.NullMarked;
