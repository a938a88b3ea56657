/** Settings from files, variables and flags. */
@NullMarked
package dev.gantry.server.settings;

import org.jspecify.annotations.NullMarked;
