@NullMarked
package dev.gantry.server.event;

import org.jspecify.annotations.NullMarked;
