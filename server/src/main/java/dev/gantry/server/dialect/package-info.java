/**
 * The HTTP interfaces of other systems, spoken unchanged so that their clients need a new address only; one class each.
 * A dialect maps its own paths, fields, codes and messages to {@link dev.gantry.server.recognition.RecognitionService} and
 * back, and knows nothing of the others.
 */
@NullMarked
package dev.gantry.server.dialect;

import org.jspecify.annotations.NullMarked;
