/** ALPR Flask API: {@code POST /recognize} with a file {@code image}, answered with a code from 0 to 8. */
@NullMarked
package dev.gantry.server.dialect.alprflask;

import org.jspecify.annotations.NullMarked;
