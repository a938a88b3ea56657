package dev.gantry.server.recognition;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.plate.Quad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Cuts a plate out of its picture, upright and in colour, as a small JPEG. */
public final class StripEncoder {

    /** A strip is as wide as the plate in the picture, within what shows something and what is a waste. */
    private static final int LEAST_WIDTH = 48;

    private static final int MOST_WIDTH = 320;

    /** Two-line plates are about as high as wide; what is higher is a mistake. */
    private static final int MOST_HEIGHT = 240;

    private static final int LEAST_HEIGHT = 16;

    /** A little of the frame shows where the plate ends. */
    private static final double MARGIN = 0.04;

    private StripEncoder() {}

    public static byte[] jpeg(Image picture, Quad plate) {
        return jpeg(picture, plate, MOST_WIDTH);
    }

    /** @param mostWidth of the strip, px */
    public static byte[] jpeg(Image picture, Quad plate, int mostWidth) {
        int width = Math.clamp(roundedUp(plate.width() * (1 + 2 * MARGIN)), LEAST_WIDTH, mostWidth);
        double ratio = plate.height() / Math.max(1, plate.width());
        int height = Math.clamp(roundedUp(width * ratio), LEAST_HEIGHT, MOST_HEIGHT);
        Image strip = new Rectifier(width, height, MARGIN, MARGIN).rectifyColours(picture, plate);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(strip.toBufferedImage(), "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }

    /** No pixel of the strip has more than one of the picture, or there would be several to average. */
    private static long roundedUp(double pixels) {
        return (long) Math.ceil(pixels);
    }
}
