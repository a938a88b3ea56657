package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;

/** A picture file's bytes in, plates out. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PictureRecognizer {

    /**
     * All plates in a picture.
     *
     * @throws ImageException when the bytes are no picture that can be decoded
     */
    Seen recognize(PictureRequest request) throws ImageException;
}
