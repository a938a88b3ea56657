/**
 * The pages: what a browser gets. They are plain HTML, CSS and JavaScript from this jar, in
 * {@code src/main/resources/web}; they use the same HTTP interface as every other client and no other server.
 */
@NullMarked
package dev.gantry.server.web;

import org.jspecify.annotations.NullMarked;
