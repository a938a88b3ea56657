/**
 * What the whole house talks about: a plate, its text, its place and how sure we are of each character.
 * Values only, immutable, all in pixels of the decoded, upright picture with the origin at its top left corner.
 * Nothing here depends on any other package.
 */
@NullMarked
package dev.gantry.plate;

import org.jspecify.annotations.NullMarked;
