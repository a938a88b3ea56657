package dev.gantry.track;

import dev.gantry.plate.Rejection;
import java.util.List;

/**
 * What one frame brought.
 *
 * @param events in the order in which they happened
 * @param rejected all candidates of the frame that do not count, the recogniser's and the tracker's, with the reason; and
 *     vehicles that are gone and were never read surely enough
 */
public record Tracking(List<SightingEvent> events, List<Rejection> rejected) {

    public Tracking {
        events = List.copyOf(events);
        rejected = List.copyOf(rejected);
    }
}
