package dev.gantry.server.camera.managed;

import java.time.Duration;

/**
 * How patient the supervisor is.
 *
 * @param look how often it looks whether a frame has come, or whether it has to end
 * @param stalled a source without a frame for so long has stalled
 * @param watchdog and after so long it is started anew
 * @param silence a camera that does not answer for so long has failed
 * @param firstRetry pause after the first failure; each further one doubles it
 * @param longestRetry longest pause
 * @param quiet part of a pause after which it is looked now and then whether the source is there; if so, the pause is over
 * @param knock time from one such look to the next
 * @param settled a source that has worked for so long begins with the first pause again
 * @param folder time from one look into a watched folder to the next
 */
public record Timings(
        Duration look,
        Duration stalled,
        Duration watchdog,
        Duration silence,
        Duration firstRetry,
        Duration longestRetry,
        Duration quiet,
        Duration knock,
        Duration settled,
        Duration folder) {

    /**
     * A source that comes back is found within 15 seconds. One that takes connections: 5 for an attempt that hangs, 6 for the
     * quiet part of the pause, and the rest for the start. One that does not: 6 or, later, 2 and what that look takes.
     */
    public static final Timings DEFAULT = new Timings(
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30),
            Duration.ofSeconds(6),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1));
}
