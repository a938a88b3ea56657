package dev.gantry.server.recognition;

import dev.gantry.image.Image;
import dev.gantry.plate.Recognition;

/** A picture made of a picture and what was found in it, while it is still decoded. */
@FunctionalInterface
public interface Drawing {

    /** Draws nothing. */
    Drawing NONE = (_, _) -> new byte[0];

    /** @return an encoded picture file's bytes, empty for none */
    byte[] draw(Image picture, Recognition recognition);
}
