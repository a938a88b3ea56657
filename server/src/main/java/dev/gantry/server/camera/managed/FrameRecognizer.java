package dev.gantry.server.camera.managed;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Recognition;
import java.util.List;

/** Finds and reads the plates of a frame. Implementations are safe for use by many threads. */
public interface FrameRecognizer {

    /**
     * Finds and reads all plates.
     *
     * @param regions where plates are likely from; empty for what the server is set to
     */
    Recognition recognize(Image frame, List<String> regions);

    /**
     * Finds and reads all plates, where it is known what has moved.
     *
     * @param closeUps parts of a large frame that are looked at once more for small plates, and no others
     */
    default Recognition recognize(Image frame, List<String> regions, List<Window> closeUps) {
        return recognize(frame, regions);
    }

    /** Names the models, for ever. */
    String models();
}
