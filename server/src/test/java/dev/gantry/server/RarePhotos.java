package dev.gantry.server;

import dev.gantry.plate.Box;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Named;

/** A white plate on black, in the kinds of pixels that systems before could not read; as large as {@link Photo}. */
final class RarePhotos {

    /** On the borders of JPEG's blocks, so that it has them to itself. */
    static final Box PLATE = new Box(104, 80, 112, 32);

    private RarePhotos() {}

    static Stream<Named<byte[]>> all() {
        return Stream.of(
                Named.of("gray", png(of(BufferedImage.TYPE_BYTE_GRAY))),
                Named.of("gray, 16 bits", png(of(BufferedImage.TYPE_USHORT_GRAY))),
                Named.of("gray with transparency", png(of(ColorSpace.CS_GRAY, true, DataBuffer.TYPE_BYTE))),
                Named.of("colours, 16 bits", png(of(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_USHORT))),
                Named.of("palette", png(of(BufferedImage.TYPE_BYTE_INDEXED))),
                Named.of("one bit", png(of(BufferedImage.TYPE_BYTE_BINARY))),
                Named.of("print colours", cmykJpeg()));
    }

    private static BufferedImage of(int type) {
        return drawn(new BufferedImage(Photo.WIDTH, Photo.HEIGHT, type));
    }

    private static BufferedImage of(int space, boolean transparent, int numbers) {
        var colors = new ComponentColorModel(
                ColorSpace.getInstance(space),
                transparent,
                false,
                transparent ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                numbers);
        var raster = colors.createCompatibleWritableRaster(Photo.WIDTH, Photo.HEIGHT);
        return drawn(new BufferedImage(colors, raster, false, null));
    }

    private static BufferedImage drawn(BufferedImage picture) {
        var graphics = picture.createGraphics();
        graphics.setColor(Color.BLACK); // what is transparent would be shown on white
        graphics.fillRect(0, 0, Photo.WIDTH, Photo.HEIGHT);
        graphics.setColor(Color.WHITE);
        graphics.fillRect((int) PLATE.x(), (int) PLATE.y(), (int) PLATE.width(), (int) PLATE.height());
        graphics.dispose();
        return picture;
    }

    private static byte[] png(BufferedImage picture) {
        return written("png", new IIOImage(picture, null, null));
    }

    /** Cyan, magenta, yellow and black, where 0 is no ink. */
    private static byte[] cmykJpeg() {
        BufferedImage gray = of(BufferedImage.TYPE_BYTE_GRAY);
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, Photo.WIDTH, Photo.HEIGHT, 4, null);
        for (int y = 0; y < Photo.HEIGHT; y++) {
            for (int x = 0; x < Photo.WIDTH; x++) {
                raster.setPixel(x, y, new int[] {0, 0, 0, 255 - gray.getRaster().getSample(x, y, 0)});
            }
        }
        return written("jpeg", new IIOImage(raster, null, null));
    }

    /** By Java's own writer, which alone takes a raster of print colours. */
    private static byte[] written(String format, IIOImage picture) {
        var writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        while (!writer.getClass().getModule().equals(ImageIO.class.getModule())) {
            writer = writers.next();
        }
        var bytes = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
