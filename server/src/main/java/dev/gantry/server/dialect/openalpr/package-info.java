/**
 * OpenALPR's cloud: {@code POST /v2/recognize}, {@code /v2/recognize_bytes} and {@code /v2/recognize_url}, and the same
 * under {@code /v3}. And the programs around OpenALPR's daemon: where it posts what it has read ({@code POST /alpr_data}),
 * and the streams that show it ({@code GET /stream}).
 */
@NullMarked
package dev.gantry.server.dialect.openalpr;

import org.jspecify.annotations.NullMarked;
