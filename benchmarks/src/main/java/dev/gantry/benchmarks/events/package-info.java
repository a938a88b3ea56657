/**
 * How soon those who listen hear of a read. A program, since it needs a server in a process of its own and a thousand
 * connections.
 */
@NullMarked
package dev.gantry.benchmarks.events;

import org.jspecify.annotations.NullMarked;
