package dev.gantry.server.event;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param sequence its number in this log: 1, 2, 3 ... without a gap
 * @param uid names it for ever and everywhere; the same event is never twice in a log
 * @param time when it was logged
 * @param type such as {@code read}
 * @param data what happened, a JSON object; its shape depends on the type
 */
public record Event(long sequence, String uid, Instant time, String type, String data) {

    /** The type of the events that tell of reads; their data is {@link dev.gantry.server.json.ReadJson}. */
    public static final String READ = "read";

    /** The type of the events that tell of a person's verdict; their data is {@link dev.gantry.server.json.ReviewEventJson}. */
    public static final String REVIEW = "review";

    /** The type of the events that tell of sightings; their data is {@link dev.gantry.server.json.SightingEventJson}. */
    public static final String SIGHTING = "sighting";

    /** The type of the events that tell whether a camera works; their data is {@link dev.gantry.server.json.CameraEventJson}. */
    public static final String CAMERA = "camera";
}
