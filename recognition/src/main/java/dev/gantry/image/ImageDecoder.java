package dev.gantry.image;

/** Turns a picture file's bytes into upright pixels. Implementations are safe for use by many threads. */
@FunctionalInterface
public interface ImageDecoder {

    /**
     * Decodes a picture whose format is known by its content alone.
     *
     * @throws ImageException when the bytes are too many, unknown, broken or promise too many pixels
     */
    Image decode(byte[] file) throws ImageException;
}
