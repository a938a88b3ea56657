/**
 * The history of reads: what is remembered of each plate and how it is asked for. Values and the interface of the store;
 * nothing here knows of SQL, files or HTTP.
 */
@NullMarked
package dev.gantry.server.history;

import org.jspecify.annotations.NullMarked;
