@NullMarked
package dev.gantry.server.fetch;

import org.jspecify.annotations.NullMarked;
