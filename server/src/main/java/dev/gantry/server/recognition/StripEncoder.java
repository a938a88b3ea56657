package dev.gantry.server.recognition;

import dev.gantry.image.Image;
import dev.gantry.image.Rectifier;
import dev.gantry.image.Rectifier.Channel;
import dev.gantry.plate.Quad;
import java.awt.image.BufferedImage;
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
        int width = Math.clamp(Math.round(plate.width()), LEAST_WIDTH, MOST_WIDTH);
        double ratio = plate.height() / Math.max(1, plate.width());
        int height = Math.clamp(Math.round(width * ratio), LEAST_HEIGHT, MOST_HEIGHT);
        var rectifier = new Rectifier(width, height, MARGIN, MARGIN);
        float[] red = rectifier.rectify(picture, plate, Channel.RED).gray();
        float[] green = rectifier.rectify(picture, plate, Channel.GREEN).gray();
        float[] blue = rectifier.rectify(picture, plate, Channel.BLUE).gray();
        var strip = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                strip.setRGB(x, y, Math.round(red[i]) << 16 | Math.round(green[i]) << 8 | Math.round(blue[i]));
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(strip, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return bytes.toByteArray();
    }
}
