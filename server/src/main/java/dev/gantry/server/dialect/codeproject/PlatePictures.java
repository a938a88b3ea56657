package dev.gantry.server.dialect.codeproject;

import dev.gantry.image.Image;
import dev.gantry.image.Letterbox.Window;
import dev.gantry.plate.Box;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Recognition;
import dev.gantry.server.dialect.Pictures;
import dev.gantry.server.recognition.Drawing;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Each plate alone, a little enlarged and with a margin, as Easy-local-ALPR shows it. */
final class PlatePictures implements Drawing {

    /** Px of the picture on each side. */
    private static final int MARGIN = 10;

    private static final double ENLARGED = 1.5;

    /** A plate that fills a large photo need not come back as a large photo. */
    private static final int MOST_WIDTH = 1_000;

    @Override
    public List<byte[]> draw(Image picture, Recognition recognition) {
        return recognition.plates().stream()
                .map(plate -> Pictures.png(
                        enlarged(picture.crop(around(plate, picture)).toBufferedImage())))
                .toList();
    }

    private static Window around(Plate plate, Image picture) {
        Box box = plate.box();
        var grown = new Box(
                        Math.floor(box.x()) - MARGIN,
                        Math.floor(box.y()) - MARGIN,
                        Math.ceil(box.width()) + 2 * MARGIN,
                        Math.ceil(box.height()) + 2 * MARGIN)
                .clip(picture.width(), picture.height());
        int x = Math.min((int) grown.x(), picture.width() - 1); // a box that lies outside becomes one pixel
        int y = Math.min((int) grown.y(), picture.height() - 1);
        return new Window(x, y, Math.max(1, (int) grown.width()), Math.max(1, (int) grown.height()));
    }

    private static BufferedImage enlarged(BufferedImage plate) {
        double scale = Math.min(ENLARGED, (double) MOST_WIDTH / Math.max(plate.getWidth(), plate.getHeight()));
        return Pictures.scaled(plate, scale, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }
}
