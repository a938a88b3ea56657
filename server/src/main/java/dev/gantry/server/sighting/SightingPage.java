package dev.gantry.server.sighting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of an answer.
 *
 * @param sightings newest first; likest first when like plates were asked for
 * @param next asks for what follows; null when nothing does
 */
public record SightingPage(
        List<Sighting> sightings, @Nullable String next) {

    public SightingPage {
        sightings = List.copyOf(sightings);
    }
}
