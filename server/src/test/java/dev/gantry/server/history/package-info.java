@NullMarked
package dev.gantry.server.history;

import org.jspecify.annotations.NullMarked;
