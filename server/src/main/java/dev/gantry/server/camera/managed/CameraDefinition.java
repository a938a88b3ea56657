package dev.gantry.server.camera.managed;

import dev.gantry.server.camera.Rotation;
import dev.gantry.track.Line;
import dev.gantry.track.TrackerOptions;
import dev.gantry.track.Zone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One camera as it was set up.
 *
 * @param id names it in addresses, reads and events
 * @param name for people
 * @param enabled whether it is watched
 * @param credentials for the camera itself
 * @param framesPerSecond most frames of a second that are looked at
 * @param include only plates in these zones count; empty for the whole picture
 * @param exclude plates in these zones do not count
 * @param minPlateHeight least height of a plate, px
 * @param maxPlateHeight largest height of a plate, px
 * @param minConfidence least probability that a sighting's text is right, 0 to 1
 * @param regions where plates are likely from; empty for what the server is set to
 * @param line vehicles that cross it go in or out; null for none
 * @param gap time within which a vehicle that comes back continues its sighting
 * @param rotation how its pictures must be turned
 * @param timeZone where it stands; null for the server's
 */
public record CameraDefinition(
        String id,
        String name,
        boolean enabled,
        CameraSource source,
        Optional<Credentials> credentials,
        double framesPerSecond,
        List<Zone> include,
        List<Zone> exclude,
        double minPlateHeight,
        double maxPlateHeight,
        double minConfidence,
        List<String> regions,
        @Nullable Line line,
        Duration gap,
        Rotation rotation,
        @Nullable ZoneId timeZone) {

    public CameraDefinition {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        regions = List.copyOf(regions);
    }

    /** What the tracker is told. */
    TrackerOptions tracking() {
        return TrackerOptions.defaults()
                .withZones(include, exclude)
                .withPlateHeights(minPlateHeight, maxPlateHeight)
                .withMinConfidence(minConfidence)
                .withGap(gap)
                .withLine(line);
    }

    CameraDefinition with(CameraSource otherSource, Optional<Credentials> otherCredentials) {
        return new CameraDefinition(
                id,
                name,
                enabled,
                otherSource,
                otherCredentials,
                framesPerSecond,
                include,
                exclude,
                minPlateHeight,
                maxPlateHeight,
                minConfidence,
                regions,
                line,
                gap,
                rotation,
                timeZone);
    }
}
