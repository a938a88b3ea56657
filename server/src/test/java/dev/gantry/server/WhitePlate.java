package dev.gantry.server;

import dev.gantry.detect.Detection;
import dev.gantry.detect.PlateDetector;
import dev.gantry.image.Image;
import dev.gantry.plate.Box;
import dev.gantry.plate.Quad;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A white plate on black, and a detector that finds it when it is large enough in the picture that it is shown. */
final class WhitePlate implements PlateDetector {

    private final int widest;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param widest nothing is found in wider pictures, px */
    WhitePlate(int widest) {
        this.widest = widest;
    }

    /** Of the size of {@link Photo}. */
    static byte[] photo(int x, int y, int width, int height) {
        var picture = new BufferedImage(Photo.WIDTH, Photo.HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = picture.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** How many pictures it was shown. */
    int calls() {
        return calls.get();
    }

    @Override
    public List<Detection> detect(Image image) {
        calls.incrementAndGet();
        int left = image.width();
        int top = image.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < image.height(); y++) {
            for (int x = 0; x < image.width(); x++) {
                if (image.bgr()[(y * image.width() + x) * 3] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right == 0 || image.width() > widest) {
            return List.of();
        }
        var box = new Box(left, top, right - left, bottom - top);
        return List.of(new Detection(box, Quad.of(box), 0.9));
    }
}
