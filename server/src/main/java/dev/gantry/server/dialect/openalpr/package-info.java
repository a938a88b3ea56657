/**
 * OpenALPR's cloud: {@code POST /v2/recognize}, {@code /v2/recognize_bytes} and {@code /v2/recognize_url}, and the same
 * under {@code /v3}.
 */
@NullMarked
package dev.gantry.server.dialect.openalpr;

import org.jspecify.annotations.NullMarked;
