/**
 * Figures about many reads: when they come, how many vehicles they are, how well each camera sees. Values and the interface
 * of the store; nothing here knows of SQL or HTTP.
 */
@NullMarked
package dev.gantry.server.statistics;

import org.jspecify.annotations.NullMarked;
