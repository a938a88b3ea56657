package dev.gantry.image;

/** What decodes ordinary JPEG files; the pixels are the same. */
public enum JpegDecoding {
    /** The machine's libjpeg-turbo when it has it, otherwise Java. */
    AUTO,
    /** Java alone. */
    JAVA
}
