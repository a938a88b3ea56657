package dev.gantry.server.api;

/** How reads are written. */
enum ReadFormat {
    /** One page, with where the next one begins. */
    JSON,
    /** All that fit, as a table. */
    CSV,
    /** All that fit, one JSON object on each line. */
    JSONL
}
