package dev.gantry.server.dialect.vrpdr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the last picture of this dialect can be looked at: {@code result.jpg} with its plates drawn in, and
 * {@code roi_0.jpg}, {@code roi_1.jpg} ... Each file is replaced as a whole. That they cannot be written fails no request.
 */
final class DebugFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DebugFolder.class);

    private final Path folder;

    DebugFolder(Path folder) {
        this.folder = folder;
    }

    /** @param pictures the whole one first */
    void write(List<byte[]> pictures) {
        try {
            Files.createDirectories(folder);
            replace("result.jpg", pictures.getFirst());
            for (int i = 1; i < pictures.size(); i++) {
                replace("roi_" + (i - 1) + ".jpg", pictures.get(i));
            }
        } catch (IOException e) {
            LOG.warn("The debug folder {} cannot be written", folder, e);
        }
    }

    private void replace(String name, byte[] picture) throws IOException {
        Path temporary = Files.createTempFile(folder, name, ".tmp");
        try {
            Files.write(temporary, picture);
            Files.move(temporary, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
