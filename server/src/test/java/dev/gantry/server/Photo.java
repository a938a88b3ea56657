package dev.gantry.server;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures drawn for a test. */
final class Photo {

    static final int WIDTH = 320;
    static final int HEIGHT = 200;

    private Photo() {}

    static byte[] png() {
        return encoded("png");
    }

    static byte[] jpeg() {
        return encoded("jpg");
    }

    private static byte[] encoded(String format) {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(100, 80, 120, 30);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
