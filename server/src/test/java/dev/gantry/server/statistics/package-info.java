@NullMarked
package dev.gantry.server.statistics;

import org.jspecify.annotations.NullMarked;
