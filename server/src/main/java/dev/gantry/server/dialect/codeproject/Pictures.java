package dev.gantry.server.dialect.codeproject;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Pictures as this dialect sends them: inside JSON, as data URIs that tell the truth about what they hold. */
final class Pictures {

    private Pictures() {}

    static byte[] png(BufferedImage picture) {
        return encoded(picture, "png");
    }

    static byte[] jpeg(BufferedImage picture) {
        return encoded(picture, "jpg");
    }

    static String pngUri(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    static String jpegUri(byte[] jpeg) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }

    /** @param interpolation one of {@link RenderingHints}' values */
    static BufferedImage scaled(BufferedImage picture, double scale, Object interpolation) {
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
