package dev.gantry.server.fetch;

import java.time.Duration;
import java.util.List;

/**
 * Whether and where pictures may be fetched.
 *
 * @param allowed networks that may be gone to although they are not public
 * @param timeout longest time for one picture
 */
public record FetchSettings(boolean enabled, List<Network> allowed, Duration timeout) {

    public FetchSettings {
        allowed = List.copyOf(allowed);
    }
}
