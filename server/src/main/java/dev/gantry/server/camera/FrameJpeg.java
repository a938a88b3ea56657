package dev.gantry.server.camera;

import dev.gantry.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Packs frames as JPEG. */
public final class FrameJpeg {

    /** As good as many cameras' own. */
    public static final float GOOD = 0.95f;

    /** For people who watch. */
    public static final float TO_WATCH = 0.75f;

    private FrameJpeg() {}

    public static byte[] of(Image image, float quality) {
        return of(image.toBufferedImage(), quality);
    }

    public static byte[] of(BufferedImage image, float quality) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            options.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
