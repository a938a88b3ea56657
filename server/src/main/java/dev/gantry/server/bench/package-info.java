/**
 * How fast the recognition is on this machine: throughput, times of a picture, stages, start-up and memory, all in one run.
 * Nothing here parses a command line or prints.
 */
@NullMarked
package dev.gantry.server.bench;

import org.jspecify.annotations.NullMarked;
