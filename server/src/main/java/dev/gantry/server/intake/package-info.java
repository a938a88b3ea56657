/** The way of every uploaded picture, whatever interface it came in by: recognised, remembered, announced. */
@NullMarked
package dev.gantry.server.intake;

import org.jspecify.annotations.NullMarked;
