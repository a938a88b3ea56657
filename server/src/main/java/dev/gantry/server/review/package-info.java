/**
 * What people say of reads: the log of their verdicts, the queue of reads that wait for one, and what follows from both.
 * Values and the interface of the store; nothing here knows of SQL, files or HTTP. The original read is never changed.
 */
@NullMarked
package dev.gantry.server.review;

import org.jspecify.annotations.NullMarked;
