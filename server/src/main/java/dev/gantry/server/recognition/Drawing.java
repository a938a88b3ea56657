package dev.gantry.server.recognition;

import dev.gantry.image.Image;
import dev.gantry.plate.Recognition;
import java.util.List;

/** Pictures made of a picture and what was found in it, while it is still decoded. */
@FunctionalInterface
public interface Drawing {

    /** Draws nothing. */
    Drawing NONE = (_, _) -> List.of();

    /** @return encoded picture files' bytes */
    List<byte[]> draw(Image picture, Recognition recognition);
}
