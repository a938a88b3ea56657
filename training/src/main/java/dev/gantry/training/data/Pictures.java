package dev.gantry.training.data;

import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Loads the pictures of a training folder. */
public final class Pictures {

    private Pictures() {}

    public static Image load(Path file) throws IOException {
        var picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new IOException(file + " is no picture");
        }
        return Image.of(picture);
    }

    /** A copy of the part of the picture under the box, whose corner is rounded down to whole pixels. */
    public static Image cut(Image picture, Box box) {
        int x = (int) box.x();
        int y = (int) box.y();
        int width = Math.clamp((long) Math.ceil(box.right()) - x, 1, picture.width() - x);
        int height = Math.clamp((long) Math.ceil(box.bottom()) - y, 1, picture.height() - y);
        var pixels = new byte[width * height * 3];
        for (int row = 0; row < height; row++) {
            System.arraycopy(picture.bgr(), ((y + row) * picture.width() + x) * 3, pixels, row * width * 3, width * 3);
        }
        return new Image(width, height, pixels);
    }
}
