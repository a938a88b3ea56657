package dev.gantry.server.sighting;

import dev.gantry.plate.Box;
import java.time.Instant;

/** Where a vehicle's plate was at some time, px. */
public record Waypoint(Instant time, Box box) {}
