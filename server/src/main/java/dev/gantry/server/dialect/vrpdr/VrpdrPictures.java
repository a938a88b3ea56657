package dev.gantry.server.dialect.vrpdr;

import dev.gantry.image.Annotator;
import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.server.dialect.Pictures;
import dev.gantry.server.recognition.Drawing;
import java.util.List;
import java.util.stream.Stream;

/**
 * The picture with its plates drawn in, and then, for the debug folder, each plate alone.
 *
 * @param annotator draws
 * @param withPlates whether the plates are wanted
 */
record VrpdrPictures(Annotator annotator, boolean withPlates) implements Drawing {

    @Override
    public List<byte[]> draw(Image picture, Recognition recognition) {
        var whole = Stream.of(Pictures.jpeg(annotator.draw(picture, recognition.plates())));
        var plates = recognition.plates().stream()
                .filter(_ -> withPlates)
                .map(plate -> Pictures.jpeg(picture.crop(window(plate, picture)).toBufferedImage()));
        return Stream.concat(whole, plates).toList();
    }

    /** What of the plate lies in the picture, one pixel at least. */
    private static Window window(Plate plate, Image picture) {
        Box box = plate.box().clip(picture.width(), picture.height());
        int x = Math.min((int) box.x(), picture.width() - 1);
        int y = Math.min((int) box.y(), picture.height() - 1);
        return new Window(x, y, Math.max(1, (int) box.width()), Math.max(1, (int) box.height()));
    }
}
