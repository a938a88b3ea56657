/**
 * CodeProject.AI Server and Easy-local-ALPR, which imitates it: pictures by {@code upload}, a second look cell by cell,
 * and the probes by which clients such as Blue Iris find out whether the server is there. Answers have the fields of both.
 */
@NullMarked
package dev.gantry.server.dialect.codeproject;

import org.jspecify.annotations.NullMarked;
