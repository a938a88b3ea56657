package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Recognition;

/** A picture file's bytes in, plates out. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PictureRecognizer {

    /**
     * All plates in a picture.
     *
     * @throws ImageException when the bytes are no picture that can be decoded
     */
    Recognition recognize(byte[] file) throws ImageException;
}
