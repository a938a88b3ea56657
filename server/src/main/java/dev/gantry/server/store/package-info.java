/**
 * The history and the event log in SQL, on SQLite or PostgreSQL, and the files of strips and pictures beside it. Whatever
 * is stored goes through one writer; a read and its event are one transaction.
 */
@NullMarked
package dev.gantry.server.store;

import org.jspecify.annotations.NullMarked;
