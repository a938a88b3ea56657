package dev.gantry.image;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** One picture of four coloured quarters in many file formats, made by hand where no writer exists. */
final class TestPictures {

    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    /** Red, green; blue, yellow. */
    static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.YELLOW};

    /** The quarters as libwebp writes them with loss. */
    private static final String WEBP_LOSSY =
            "UklGRoYAAABXRUJQVlA4IHoAAABwBgCdASpAADAAPmkokEWkIqGZVABABoSgDJDXF+AfgBpgPwA/XTjA"
                    + "uwH7AZ32Er/s5hJnBfz6HO6lwsAA/vDDk+iIPHuVsOYsFRAV9fRBgPG6MY1lYtrLEM7AgPZHO5sgb4cbXKeJP/zAC8ovVpVvRA2pbFgKgAAAAA==";

    private static final String WEBP_LOSSLESS =
            "UklGRjoAAABXRUJQVlA4TC0AAAAvP8ALAB8gEEjaH3qN+RcQFPk/2vwHXySASIDEk570pIlOjOj/BByLvgWHvgEA";

    private TestPictures() {}

    static BufferedImage quarters(int type) {
        var picture = new BufferedImage(WIDTH, HEIGHT, type);
        var graphics = picture.createGraphics();
        for (int i = 0; i < QUARTERS.length; i++) {
            graphics.setColor(QUARTERS[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
        return picture;
    }

    static byte[] file(String format) {
        return file(format, quarters(BufferedImage.TYPE_3BYTE_BGR));
    }

    static byte[] file(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] progressiveJpeg() {
        return jpeg(new IIOImage(quarters(BufferedImage.TYPE_3BYTE_BGR), null, null), true);
    }

    /** Four inverted print colours with Adobe's marker, as Photoshop writes them. */
    static byte[] cmykJpeg() {
        BufferedImage rgb = quarters(BufferedImage.TYPE_3BYTE_BGR);
        var raster = Raster.createInterleavedRaster(0, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                var color = new Color(rgb.getRGB(x, y));
                raster.setPixel(x, y, new int[] {color.getRed(), color.getGreen(), color.getBlue(), 255});
            }
        }
        byte[] adobe = bytes("Adobe", 0, 100, 0, 0, 0, 0, 0);
        return withJpegSegment(jpeg(new IIOImage(raster, null, null), false), 0xee, adobe);
    }

    private static byte[] jpeg(IIOImage picture, boolean progressive) {
        var writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        while (!writer.getClass().getModule().equals(ImageIO.class.getModule())) {
            writer = writers.next();
        }
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(stream);
            writer.write(null, picture, param);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] lossyWebp() {
        return Base64.getDecoder().decode(WEBP_LOSSY);
    }

    static byte[] losslessWebp() {
        return Base64.getDecoder().decode(WEBP_LOSSLESS);
    }

    /** A TIFF block that holds nothing but an orientation. */
    static byte[] exif(int orientation, ByteOrder order) {
        return ByteBuffer.allocate(26)
                .order(order)
                .put(order == ByteOrder.LITTLE_ENDIAN ? bytes("II") : bytes("MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
    }

    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return withJpegSegment(jpeg, 0xe1, joined(bytes("Exif", 0, 0), exif));
    }

    /** The file with a segment put right after its first marker. */
    static byte[] withJpegSegment(byte[] jpeg, int marker, byte[] body) {
        int length = body.length + 2;
        return joined(bytes("", 0xff, 0xd8, 0xff, marker, length >> 8, length & 0xff), body, from(jpeg, 2));
    }

    /** The file with a chunk put right after its header. */
    static byte[] withPngChunk(byte[] png, String type, byte[] body) {
        int header = 8 + 25;
        return joined(Arrays.copyOf(png, header), pngChunk(type, body), from(png, header));
    }

    static byte[] pngChunk(String type, byte[] body) {
        byte[] checked = joined(bytes(type), body);
        var crc = new CRC32();
        crc.update(checked);
        return ByteBuffer.allocate(checked.length + 8)
                .putInt(body.length)
                .put(checked)
                .putInt((int) crc.getValue())
                .array();
    }

    /** A PNG header that declares a size, and its signature. */
    static byte[] pngStart(int width, int height, int depth, int colorType) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colorType)
                .array();
        return joined(bytes("", 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'), pngChunk("IHDR", header));
    }

    /** The picture wrapped in an extended WebP file with an Exif chunk behind it. */
    static byte[] webpWithExif(byte[] webp, byte[] exif) {
        byte[] extended = littleEndian(10)
                .put((byte) 8)
                .position(4)
                .put(bytes("", WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0))
                .array();
        byte[] body = joined(bytes("WEBP"), riffChunk("VP8X", extended), from(webp, 12), riffChunk("EXIF", exif));
        return riffChunk("RIFF", body);
    }

    static byte[] riffChunk(String type, byte[] body) {
        return littleEndian(8 + body.length + body.length % 2)
                .put(bytes(type))
                .putInt(body.length)
                .put(body)
                .array();
    }

    static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] bytes(String text, int... more) {
        byte[] start = text.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + more.length);
        for (int i = 0; i < more.length; i++) {
            all[start.length + i] = (byte) more[i];
        }
        return all;
    }

    static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
