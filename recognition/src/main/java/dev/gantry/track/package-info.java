/**
 * Reads over time: {@link dev.gantry.track.PlateTracker} links the reads of one passing vehicle and fuses them into one
 * {@link dev.gantry.track.Sighting}; {@link dev.gantry.track.MotionGate} tells which frames are worth looking at.
 * Time is always the frame's and never the clock's, so the same frames give the same sightings on any machine. Nothing here
 * knows where frames come from, or what becomes of sightings.
 */
@NullMarked
package dev.gantry.track;

import org.jspecify.annotations.NullMarked;
