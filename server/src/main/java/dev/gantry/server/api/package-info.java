/**
 * Gantry's own HTTP interface, version 1, and the figures for monitoring.
 * It turns requests into pictures, {@link dev.gantry.server.recognition.Outcome outcomes} into answers, and every error
 * into {@code {"error":{"code","message"}}}. The objects themselves are those of {@link dev.gantry.server.json}.
 */
@NullMarked
package dev.gantry.server.api;

import org.jspecify.annotations.NullMarked;
