package dev.gantry.server.recognition;

import dev.gantry.image.ImageException;
import dev.gantry.plate.Recognition;
import java.util.List;

/** A picture file's bytes in, plates out. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface PictureRecognizer {

    /**
     * All plates in a picture.
     *
     * @param regions where they are likely from, known codes; none for the regions of the options
     * @throws ImageException when the bytes are no picture that can be decoded
     */
    Recognition recognize(byte[] file, List<String> regions) throws ImageException;
}
