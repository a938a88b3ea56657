/**
 * Plate Recognizer's Snapshot API, which many programs speak to whatever server they are told: {@code POST
 * /v1/plate-reader/} and {@code GET /v1/statistics/}.
 */
@NullMarked
package dev.gantry.server.dialect.platerecognizer;

import org.jspecify.annotations.NullMarked;
