package dev.gantry.server.files;

import dev.gantry.image.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the bytes of picture files. */
public final class PictureFile {

    private PictureFile() {}

    /**
     * All bytes of a file; no more than the limit is ever read.
     *
     * @throws ImageException TOO_LARGE when there are more
     * @throws IOException when the file is missing or cannot be read
     */
    public static byte[] read(Path file, long maxBytes) throws ImageException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, maxBytes);
        }
    }

    /** All bytes of a stream, likewise. */
    public static byte[] read(InputStream in, long maxBytes) throws ImageException, IOException {
        byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
        if (bytes.length > maxBytes) {
            throw new ImageException(
                    ImageException.Code.TOO_LARGE, "The file is larger than the limit of " + maxBytes + " bytes.");
        }
        return bytes;
    }
}
