package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.time.Duration;

/**
 * One picture of a video, upright.
 *
 * @param time since the start of the source; for live sources since the first frame arrived
 */
public record Frame(Duration time, Image image) {}
