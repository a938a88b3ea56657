/**
 * The HTTP interfaces of other systems, spoken unchanged so that their clients need a new address only; one package each.
 * A dialect maps its own paths, fields, codes and messages to {@link dev.gantry.server.intake.Intake} and back, and knows
 * nothing of the others. What several of them need lies here.
 */
@NullMarked
package dev.gantry.server.dialect;

import org.jspecify.annotations.NullMarked;
