package dev.gantry.server.dialect;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as dialects send them: inside JSON, as base64 or as data URIs that tell the truth about what they hold. */
public final class Pictures {

    private Pictures() {}

    public static byte[] png(BufferedImage picture) {
        return encoded(picture, "png");
    }

    public static byte[] jpeg(BufferedImage picture) {
        return encoded(picture, "jpg");
    }

    public static String pngUri(byte[] png) {
        return "data:image/png;base64," + base64(png);
    }

    public static String jpegUri(byte[] jpeg) {
        return "data:image/jpeg;base64," + base64(jpeg);
    }

    public static String base64(byte[] file) {
        return Base64.getEncoder().encodeToString(file);
    }

    /** @param interpolation one of {@link RenderingHints}' values */
    public static BufferedImage scaled(BufferedImage picture, double scale, Object interpolation) {
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        var graphics = scaled.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return scaled;
    }

    private static byte[] encoded(BufferedImage picture, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) { // there is no file that could fail
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
