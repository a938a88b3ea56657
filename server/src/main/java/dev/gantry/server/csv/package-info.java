/** Tables as text, after RFC 4180. */
@NullMarked
package dev.gantry.server.csv;

import org.jspecify.annotations.NullMarked;
