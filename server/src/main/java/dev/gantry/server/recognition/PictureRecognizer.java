package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import java.util.function.BooleanSupplier;

/** A picture file's bytes in, plates out. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PictureRecognizer {

    /**
     * All plates in a picture.
     *
     * @param givenUp tells whether the answer is no longer wanted, for work that can end early then
     * @throws ImageException when the bytes are no picture that can be decoded
     */
    Seen recognize(PictureRequest request, BooleanSupplier givenUp) throws ImageException;
}
