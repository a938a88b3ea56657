/** The server as its clients see it: over real HTTP, with recognisers made for the test. */
@NullMarked
package dev.gantry.server;

import org.jspecify.annotations.NullMarked;
