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
 * @param longestRetryLater longest pause once the source has been away for long
 * @param later from then on
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
        Duration longestRetryLater,
        Duration later,
        Duration settled,
        Duration folder) {

    /**
     * A source that comes back is found within 15 seconds, 5 for an attempt that hangs and 10 for the pause; when it has been
     * away for ten minutes nobody waits beside it any more.
     */
    public static final Timings DEFAULT = new Timings(
            Duration.ofMillis(250),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(10),
            Duration.ofSeconds(3),
            Duration.ofSeconds(1));
}
