/**
 * Figures for monitoring: {@link dev.gantry.server.metrics.Metrics} counts and times, and writes it all in Prometheus'
 * text format. It is told what happened and asks nobody but for the length of the queue.
 * Nothing here knows of HTTP, and no figure ever holds a plate's text.
 */
@NullMarked
package dev.gantry.server.metrics;

import org.jspecify.annotations.NullMarked;
