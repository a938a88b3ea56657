@NullMarked
package dev.gantry.server.review;

import org.jspecify.annotations.NullMarked;
