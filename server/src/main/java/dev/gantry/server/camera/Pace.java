package dev.gantry.server.camera;

import java.time.Duration;

/**
 * How often a live source is looked at.
 *
 * @param idle time between two looks while no vehicle is in view
 * @param busy time between two looks while one is
 */
public record Pace(Duration idle, Duration busy) {

    /** Every frame, as for files. */
    public static final Pace EVERY_FRAME = new Pace(Duration.ZERO, Duration.ZERO);

    /** Four looks a second, with room for a frame that comes early; every frame while a vehicle is in view. */
    public static final Pace LIVE = new Pace(Duration.ofMillis(225), Duration.ZERO);

    /** Whether it is time to look again. */
    public boolean isDue(Duration sinceLastLook, boolean isBusy) {
        return sinceLastLook.compareTo(isBusy ? busy : idle) >= 0;
    }
}
