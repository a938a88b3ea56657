package dev.gantry.server.cli;

import dev.gantry.image.Annotator;
import dev.gantry.image.Image;
import dev.gantry.plate.Plate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Writes pictures with their plates drawn in. */
final class AnnotatedCopies {

    private final Annotator annotator = new Annotator();

    void write(Image image, List<Plate> plates, Path target) throws IOException {
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!ImageIO.write(annotator.draw(image, plates), "jpg", target.toFile())) {
            throw new IOException("no JPEG writer");
        }
    }
}
