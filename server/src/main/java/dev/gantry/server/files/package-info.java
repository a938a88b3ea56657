/**
 * Picture files on disk: finding them below folders and reading them within limits.
 * What is in them is not this package's business.
 */
@NullMarked
package dev.gantry.server.files;

import org.jspecify.annotations.NullMarked;
