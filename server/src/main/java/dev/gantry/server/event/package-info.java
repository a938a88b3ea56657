/**
 * The event log and those who follow it. Every event has a number; the numbers have no gap, so that whoever was away asks
 * for what came after the last one that it has seen.
 */
@NullMarked
package dev.gantry.server.event;

import org.jspecify.annotations.NullMarked;
