package dev.gantry.server.camera.managed;

import dev.gantry.track.StaticText;
import java.util.List;

/**
 * A camera as clients are told of it.
 *
 * @param editable whether it can be changed; what is in the configuration is changed there
 * @param staticTexts texts that never move in its picture, each with a zone that is better left out
 */
public record CameraInfo(
        CameraDefinition definition, boolean editable, CameraStatus status, List<StaticText> staticTexts) {

    public CameraInfo {
        staticTexts = List.copyOf(staticTexts);
    }
}
