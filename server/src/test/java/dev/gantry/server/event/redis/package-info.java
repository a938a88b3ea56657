@NullMarked
package dev.gantry.server.event.redis;

import org.jspecify.annotations.NullMarked;
