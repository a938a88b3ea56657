/** The page of figures: when reads come, how many vehicles they are, how well each camera sees. */
@NullMarked
package dev.gantry.server.web.statistics;

import org.jspecify.annotations.NullMarked;
