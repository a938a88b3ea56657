/**
 * The pages: what a browser gets. Templates in {@code src/main/jte} make HTML on the server; plain JavaScript, CSS and the
 * words are in {@code src/main/resources/web}. Each page has a package of its own below this one.
 */
@NullMarked
package dev.gantry.server.web;

import org.jspecify.annotations.NullMarked;
